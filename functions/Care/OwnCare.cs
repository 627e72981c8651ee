using Ilnp.Approvals;
using Ilnp.Care.Questions;
using Ilnp.Own;
using Ilnp.Programme;

namespace Ilnp.Care;

/// <summary>Help at any time: nobody has to wait until they are asked how it goes.</summary>
sealed class OwnCare(DecisionStore decisions, DecisionLinks links) : IOwnCard
{
    const string Word = "word";
    const string Back = "back";

    public string Name => "care";

    public int Order => 20;

    public async Task<OwnCard?> ShowAsync(Owner owner, CancellationToken cancellation)
    {
        if (owner.HasEnded) return null;
        if (owner is { Group: not null, Liaison: { } liaison }) return new(Name)
        {
            Facts = new Dictionary<string, string> { ["partners"] = owner.PartnerNames, ["liaison"] = liaison.Name },
            Paragraphs = ["own.care.text"],
            Parts = [new(null, OwnLine.Mail("own.care.liaison", liaison.Email))],
            Actions = [Word],
        };
        return owner.Person.Standing switch
        {
            Standing.Resting when await WayBackAsync(owner, cancellation) is not null =>
                new(Name) { Paragraphs = ["own.care.resting"], Actions = [Back] },
            Standing.Resting => new(Name) { Paragraphs = ["own.care.ended"] },
            Standing.Left => new(Name) { Paragraphs = ["own.care.left"] },
            _ => null,
        };
    }

    public async Task<Uri?> ActAsync(Owner owner, string action, CancellationToken cancellation) => action switch
    {
        Word when owner is { Group: not null, HasEnded: false } => await links.OpenAsync(OwnWord.Question(owner), cancellation),
        Back when await WayBackAsync(owner, cancellation) is { } question => links.Address(question),
        _ => null,
    };

    /// <summary>The question that was mailed when the place was kept; null for somebody who was not asked.</summary>
    async Task<Decision?> WayBackAsync(Owner owner, CancellationToken cancellation) =>
        owner.Person.Standing != Standing.Resting ? null
        : (await decisions.ListAsync(owner.Person.CohortId, Comeback.Name + "-", cancellation))
            .Where(decision => decision.SubjectId == owner.Person.PersonId).MaxBy(decision => decision.OpenedAt);
}
