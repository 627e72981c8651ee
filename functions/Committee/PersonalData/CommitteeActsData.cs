using Ilnp.Committee.People;
using Ilnp.Privacy;
using Ilnp.Programme;
using Ilnp.Texts;

namespace Ilnp.Committee.PersonalData;

/// <summary>What the committee did about somebody: corrections with what stood before, and notes; table <c>CommitteeActs</c>. In notes about others the name is left out.</summary>
sealed class CommitteeActsData(CommitteeActStore acts, CohortStore cohorts) : IPersonalData
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
        return [.. (await acts.ListAsync(who.CohortId, who.PersonId, cancellation)).Select(act => new Holding(act, DateText.At(act.At, cohort, words.Language), [.. Lines(act, words)]))];
    }

    public async Task EraseAsync(DataSubject who, CancellationToken cancellation)
    {
        await acts.EraseAsync(who.CohortId, who.PersonId, cancellation);
        var redaction = who.Redaction;
        await acts.UpdateAllAsync(who.CohortId, act => act.Note is { } note && redaction.Mentions(note) ? act with { Note = redaction.Of(note) } : act, cancellation);
    }

    public Task<int> ForgetAsync(string cohortId, int most, CancellationToken cancellation) => acts.ForgetAsync(cohortId, most, cancellation);

    static IEnumerable<HoldingLine> Lines(CommitteeAct act, PageTexts words)
    {
        foreach (var change in act.Changes ?? []) yield return new(words[$"privacy.people.{(change.Field == FieldChange.Language ? "mail-language" : change.Field)}"], $"{change.Before} → {change.After}");
        if (act.Note is { } note) yield return new(words["privacy.committee-acts.note"], note);
        else if (act.Changes is null) yield return new(words["privacy.committee-acts.done"], words["privacy.committee-acts.other"]);
    }
}
