using Ilnp.Approvals;
using Ilnp.Own;
using Ilnp.Programme;

namespace Ilnp.Surveys;

/// <summary>The surveys that somebody was asked to answer, while they are open.</summary>
sealed class OwnSurveys(DecisionStore decisions, DecisionLinks links) : IOwnCard
{
    public string Name => "surveys";

    public int Order => 30;

    public async Task<OwnCard?> ShowAsync(Owner owner, CancellationToken cancellation)
    {
        var open = await OpenAsync(owner, cancellation);
        return open.Count == 0 ? null : new(Name)
        {
            Parts = [new(null, [.. open.Select(survey => new OwnLine($"own.surveys.{survey.Request.Form}", Until(survey, owner)))])],
            Actions = [.. open.Select(Action)],
        };
    }

    public async Task<Uri?> ActAsync(Owner owner, string action, CancellationToken cancellation) =>
        (await OpenAsync(owner, cancellation)).Where(survey => Action(survey) == action).Select(links.Address).FirstOrDefault();

    async Task<IReadOnlyList<Decision>> OpenAsync(Owner owner, CancellationToken cancellation)
    {
        var open = new List<Decision>();
        foreach (var kind in Enum.GetValues<SurveyKind>())
            if (await decisions.FindAsync(owner.Person.CohortId, kind.Form().DecisionId(owner.Person.PersonId), cancellation) is { } survey
                && owner.Now < survey.Request.ClosesAt)
                open.Add(survey);
        return open;
    }

    static string Action(Decision survey) => survey.Version == 0 ? $"answer-{survey.Request.Form}" : $"change-{survey.Request.Form}";

    static string Until(Decision survey, Owner owner) => DateText.LastDay(survey.Request.ClosesAt, owner.Cohort, owner.Person);
}
