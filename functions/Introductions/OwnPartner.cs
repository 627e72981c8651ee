using Ilnp.Approvals;
using Ilnp.Own;
using Ilnp.Programme;

namespace Ilnp.Introductions;

/// <summary>Who the partners are, how to reach them, what was agreed, and when to talk.</summary>
sealed class OwnPartner(DecisionStore decisions, DecisionLinks links) : IOwnCard
{
    const string Agree = "agree";

    public string Name => "partner";

    public int Order => 10;

    public async Task<OwnCard?> ShowAsync(Owner owner, CancellationToken cancellation)
    {
        if (owner.Group is not { } group || owner.Partners.Count == 0) return null;
        var agreement = await decisions.FindAsync(group.CohortId, AgreementForm.DecisionId(group.GroupId), cancellation);
        return new(Name)
        {
            Facts = new Dictionary<string, string> { ["partners"] = owner.PartnerNames },
            Parts =
            [
                .. owner.Partners.Select(partner => Describe(partner, owner, owner.Partners.Count > 1)),
                .. Agreed(agreement, owner),
                .. owner.HasEnded ? [] : Times(owner),
            ],
            Paragraphs = owner.HasEnded ? ["own.partner.after"] : [],
            Actions = owner.HasEnded ? [] : [Agree],
        };
    }

    public async Task<Uri?> ActAsync(Owner owner, string action, CancellationToken cancellation) =>
        action == Agree && owner is { Group: { } group, HasEnded: false }
            ? await links.OpenAsync(AgreementForm.Question(owner.Cohort, group), cancellation)
            : null;

    /// <param name="partner">Somebody the owner is introduced to.</param>
    /// <param name="owner">Who reads.</param>
    /// <param name="isNamed">Whether the name stands above.</param>
    public static OwnPart Describe(Person partner, Owner owner, bool isNamed) => new(isNamed ? partner.Name : null,
    [
        OwnLine.Mail("own.partner.address", partner.Email),
        new("own.partner.country", Words.Country(partner.Country, owner.Words.Language)),
        new("own.partner.languages", Words.Languages(partner.Languages, owner.Words.Language)),
        .. Words.LocalTime(owner.Now, partner.TimeZone) is { Length: > 0 } time
            ? [new OwnLine("own.partner.time", time)]
            : Array.Empty<OwnLine>(),
    ]);

    static IEnumerable<OwnPart> Agreed(Decision? agreement, Owner owner)
    {
        if (agreement?.Choice is not { } rhythm || AgreementForm.ToolOf(agreement) is not { } tool) yield break;
        yield return new(owner.Words["own.partner.agreed"],
        [
            new("agreement.rhythm", owner.Words[$"agreement.rhythm.{rhythm}"]),
            new("agreement.tool", owner.Words.Find($"agreement.tool.{tool}") ?? tool),
        ]);
    }

    /// <summary>As of today, in the owner's own time.</summary>
    static IEnumerable<OwnPart> Times(Owner owner)
    {
        var times = MeetingTimes.Propose([owner.Person.TimeZone, .. owner.Partners.Select(partner => partner.TimeZone)], owner.Now);
        if (times.Count > 0)
            yield return new(owner.Words["own.partner.times"], [.. times.Select(at => new OwnLine("own.partner.talk", owner.At(at)))]);
    }
}
