using Ilnp.Committee.Acts;
using Ilnp.Privacy;
using Ilnp.Programme;
using Ilnp.Texts;

namespace Ilnp.Committee.PersonalData;

/// <summary>
/// What the committee did about somebody and their groups: corrections with what stood before, and notes; table <c>CommitteeActs</c>. Notes
/// about a group stay for its other members; there and in notes about others the name is left out.
/// </summary>
sealed class CommitteeActsData(CommitteeActStore acts, CohortStore cohorts, GroupStore groups) : IPersonalData
{
    public static readonly HeldData Held = new("committee-acts", ErasureTurn.Records, "table CommitteeActs");

    public HeldData What => Held;

    /// <summary>Names and addresses that stood here before they were corrected.</summary>
    public async Task<DataSubject> KnowAsync(DataSubject who, CancellationToken cancellation)
    {
        foreach (var change in (await acts.ListAsync(who.CohortId, who.PersonId, cancellation)).SelectMany(act => act.Changes ?? []))
        {
            if (change.Field == FieldChange.Name) who = who.Named(change.Before, null).Named(change.After, null);
            if (change.Field == FieldChange.Email) who = who.Named(null, change.Before).Named(null, change.After);
        }

        return who;
    }

    public async Task<IReadOnlyList<Holding>> ExportAsync(DataSubject who, PageTexts words, CancellationToken cancellation)
    {
        var cohort = await cohorts.GetAsync(who.CohortId, cancellation);
        var theirs = (await groups.ListAsync(who.CohortId, cancellation))
            .Where(group => group.Has(who.PersonId)).Select(group => group.GroupId);
        var done = await Task.WhenAll(theirs.Prepend(who.PersonId).Select(subject => acts.ListAsync(who.CohortId, subject, cancellation)));
        return
        [
            .. done.SelectMany(about => about).OrderBy(act => act.At)
                .Select(act => new Holding(act, DateText.At(act.At, cohort, words.Language), [.. Lines(act, words)])),
        ];
    }

    public async Task EraseAsync(DataSubject who, CancellationToken cancellation)
    {
        await acts.EraseAsync(who.CohortId, who.PersonId, cancellation);
        var redaction = who.Redaction;
        await acts.UpdateAllAsync(
            who.CohortId,
            act =>
                act.Bulk is { } plan && plan.People.Contains(who.PersonId)
                    ? act with { Bulk = plan with { People = [.. plan.People.Except([who.PersonId])] } }
                    : act,
            cancellation);
        await acts.UpdateAllAsync(
            who.CohortId,
            act => act.Note is { } note && redaction.Mentions(note) ? act with { Note = redaction.Of(note) } : act,
            cancellation);
    }

    public Task<int> ForgetAsync(string cohortId, int most, CancellationToken cancellation) =>
        acts.ForgetAsync(cohortId, most, cancellation);

    static IEnumerable<HoldingLine> Lines(CommitteeAct act, PageTexts words)
    {
        foreach (var change in act.Changes ?? []) yield return new(words[KeyOf(change.Field)], $"{change.Before} → {change.After}");
        if (act.Note is { } note) yield return new(words["privacy.committee-acts.note"], note);
        else if (act.Changes is null) yield return new(words["privacy.committee-acts.done"], words["privacy.committee-acts.other"]);
    }

    static string KeyOf(string field) => field switch
    {
        FieldChange.Liaison => "privacy.groups.liaison",
        FieldChange.Language => "privacy.people.mail-language",
        _ => $"privacy.people.{field}",
    };
}
