using System.Globalization;
using Ilnp.Approvals;
using Ilnp.Intake.Applying;
using Ilnp.Intake.Lacking;
using Ilnp.Links;
using Ilnp.Own;
using Ilnp.Programme;
using Microsoft.Extensions.Options;

namespace Ilnp.Intake;

/// <summary>What was understood of somebody's application, with the ways to change it and to take it back.</summary>
sealed class OwnApplication(
    ApplicationStore applications, DecisionStore decisions, DecisionLinks links, IOptions<WebOptions> web) : IOwnCard
{
    const string Withdraw = "withdraw";
    const string Stay = "stay";

    public string Name => "application";

    public int Order => 50;

    public async Task<OwnCard?> ShowAsync(Owner owner, CancellationToken cancellation)
    {
        var lacks = Lack.Of(owner.Person).ToList();
        var isOpen = ApplicationWindow.IsOpen(owner.Cohort, owner.Now);
        var card = new OwnCard(Name)
        {
            Facts = ApplicationWindow.Facts(owner.Cohort, owner.Words),
            Paragraphs = [
                .. lacks.Select(lacking => $"own.{lacking.Form.Name}"),
                .. IsWithdrawn(owner.Person) ? ["own.application.withdrawn"] : isOpen ? ["own.application.open"] : Array.Empty<string>(),
            ],
            Parts = [.. await SaidAsync(owner, cancellation)],
            Links = isOpen
                ? [new("own.application.change", new Uri(web.Value.BaseAddress, $"apply/{owner.Cohort.Id}?lang={owner.Words.Language}"))]
                : [],
            Actions = [.. lacks.Select(lacking => lacking.Form.Name), .. await OnStayingAsync(owner, cancellation)],
        };
        return card.IsEmpty ? null : card;
    }

    public async Task<Uri?> ActAsync(Owner owner, string action, CancellationToken cancellation) => action switch
    {
        Withdraw when CanWithdraw(owner) => await links.OpenAsync(
            Withdrawal.Question(owner.Cohort, owner.Person.PersonId, owner.Now.ToString("yyyyMMdd", CultureInfo.InvariantCulture)),
            cancellation),
        Stay when await LastAsync(owner, cancellation) is { } question => links.Address(question),
        _ => Lack.Of(owner.Person).FirstOrDefault(lacking => lacking.Form.Name == action) is { } lacking
            ? await links.OpenAsync(lacking.Question(owner.Cohort, owner.Person.PersonId), cancellation)
            : null,
    };

    /// <summary>When the programme is over there is nothing left to take an application back from.</summary>
    static bool CanWithdraw(Owner owner) => !owner.HasEnded && Withdrawal.IsPossible(owner.Person);

    static bool IsWithdrawn(Person person) => person.WithdrawnAt is not null;

    async Task<string[]> OnStayingAsync(Owner owner, CancellationToken cancellation) =>
        CanWithdraw(owner) ? [Withdraw]
        : await LastAsync(owner, cancellation) is not null ? [Stay]
        : [];

    async Task<IEnumerable<OwnPart>> SaidAsync(Owner owner, CancellationToken cancellation)
    {
        if (owner.Person.ApplicationId is not { } id
            || await applications.FindAsync(owner.Cohort.Id, id, cancellation) is not { Answers: { } answers })
            return [];
        return [new(
            owner.Words["own.application.said"],
            [.. ApplicationSummary.Lines(answers, owner.Words).Select(line => new OwnLine(line.LabelKey, line.Value))])];
    }

    /// <summary>By which the application was taken back, while that can be undone.</summary>
    async Task<Decision?> LastAsync(Owner owner, CancellationToken cancellation) =>
        IsWithdrawn(owner.Person) && StandingRule.IsOpen(owner.Person.Standing)
            ? (await decisions.ListAsync(owner.Cohort.Id, Withdrawal.Form.DecisionPrefix(owner.Person.PersonId), cancellation))
                .MaxBy(decision => decision.OpenedAt)
            : null;
}
