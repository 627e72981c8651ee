using Ilnp.Privacy;
using Ilnp.Texts;

namespace Ilnp.Programme.PersonalData;

/// <summary>
/// Groups somebody is or was in, by ids: table <c>Groups</c>. The group stays for its other members; why it was formed goes.
/// </summary>
sealed class GroupsData(GroupStore groups, CohortStore cohorts) : IPersonalData
{
    public static readonly HeldData Held = new("groups", ErasureTurn.Records, "table Groups");

    public HeldData What => Held;

    public async Task<IReadOnlyList<Holding>> ExportAsync(DataSubject who, PageTexts words, CancellationToken cancellation)
    {
        var cohort = await cohorts.GetAsync(who.CohortId, cancellation);
        return [.. (await groups.ListAsync(who.CohortId, cancellation))
            .Where(group => Has(group, who)).Select(group => Of(group, cohort, words))];
    }

    public Task EraseAsync(DataSubject who, CancellationToken cancellation) =>
        groups.UpdateAllAsync(
            who.CohortId, group => Has(group, who) && group.Reasons.Count > 0 ? group with { Reasons = [] } : group, cancellation);

    public Task<int> ForgetAsync(string cohortId, int most, CancellationToken cancellation) =>
        groups.ForgetAsync(cohortId, most, cancellation);

    static bool Has(Group group, DataSubject who) => group.Has(who.PersonId);

    static Holding Of(Group group, CohortSettings cohort, PageTexts words) => new(group, group.GroupId,
    [
        new(words["privacy.groups.status"], words[$"privacy.groups.{group.Status.ToString().ToLowerInvariant()}"]),
        new(words["privacy.groups.liaison"], cohort.Liaison(group).Name),
        .. Moment("privacy.groups.formed", group.FormedAt == default ? null : group.FormedAt, cohort, words),
        .. Moment("privacy.groups.ended", group.EndedAt, cohort, words),
    ]);

    internal static IEnumerable<HoldingLine> Moment(string key, DateTimeOffset? at, CohortSettings cohort, PageTexts words) =>
        at is { } moment ? [new(words[key], DateText.At(moment, cohort, words.Language))] : [];
}
