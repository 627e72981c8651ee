using System.Collections.Concurrent;
using Ilnp.Intake.Answers;

namespace Ilnp.Intake;

/// <summary>Turns what is found while reading into lines for the committee.</summary>
public sealed class ProblemNotes(IntakeProblemStore problems)
{
    /// <summary>Lines about a form are the same for each of its applications: written once by this process.</summary>
    readonly ConcurrentDictionary<string, bool> noted = new(StringComparer.Ordinal);

    public async Task NoteAsync(Application application, IReadOnlyList<Finding> findings, CancellationToken cancellation)
    {
        await problems.PutAsync(application.CohortId, [.. Lines(application, findings)], cancellation);
        foreach (var finding in findings.Where(finding => finding.OfForm)) await NoteFormAsync(application, finding, cancellation);
    }

    /// <summary>What was found out about an application later.</summary>
    /// <param name="application">As stored.</param>
    /// <param name="finding">For the committee.</param>
    /// <param name="name">The same for the same finding, which is noted once.</param>
    /// <param name="cancellation">Cancels.</param>
    public Task NoteLaterAsync(Application application, Finding finding, string name, CancellationToken cancellation) =>
        problems.PutAsync(application.CohortId, [Line(application, finding, $"{application.ApplicationId}-{name}")], cancellation);

    /// <summary>Once, however often it is tried: somebody may have looked at it since.</summary>
    public Task NoteUnreadableAsync(Application application, Finding finding, CancellationToken cancellation) =>
        problems.NoteOnceAsync(Line(application, finding, ProblemIds.Message + application.ApplicationId), cancellation);

    /// <summary>A message that could not be read is read now.</summary>
    public Task ReadNowAsync(Application application, CancellationToken cancellation) =>
        problems.DeleteAsync(application.CohortId, [ProblemIds.Message + application.ApplicationId], cancellation);

    /// <summary>An application that nobody could be written to for has an address now; words of it are somebody's.</summary>
    public async Task AddressedAsync(Application application, CancellationToken cancellation)
    {
        await problems.DeleteAsync(application.CohortId, [ProblemIds.Address + application.ApplicationId], cancellation);
        foreach (var word in (application.Unclear?.Words ?? []).Select(word => word.WordId).Distinct())
            await problems.UpdateAsync(
                application.CohortId, ProblemIds.OfWord(word) + application.ApplicationId,
                line => line with { PersonId = application.PersonId }, cancellation);
    }

    /// <summary>Of many applications of one cohort, in a few transactions.</summary>
    public async Task NoteManyAsync(
        string cohortId, IReadOnlyList<(Application Application, IReadOnlyList<Finding> Findings)> read, CancellationToken cancellation)
    {
        await problems.PutAsync(cohortId, [.. read.SelectMany(one => Lines(one.Application, one.Findings))], cancellation);
        foreach (var (application, finding) in read.SelectMany(one =>
            one.Findings.Where(finding => finding.OfForm).Select(finding => (one.Application, finding)))
            .DistinctBy(one => one.finding.Field))
            await NoteFormAsync(application, finding, cancellation);
    }

    static IEnumerable<IntakeProblem> Lines(Application application, IReadOnlyList<Finding> findings) =>
        Of(application, findings)
            .Select((finding, index) => Line(application, finding, ProblemIds.Of(application, finding, index)))
            .DistinctBy(line => line.ProblemId);

    /// <summary>What is noted of an application itself.</summary>
    internal static IEnumerable<Finding> Of(Application application, IReadOnlyList<Finding> findings) =>
        findings.Where(finding => !finding.OfForm).Concat(OfOutcome(application));

    /// <summary>
    /// What is found of an application that is read again, in the place of what was found before. What somebody has
    /// looked at stays so where it says the same.
    /// </summary>
    public async Task RenewAsync(Application before, Application after, IReadOnlyList<Finding> findings, CancellationToken cancellation)
    {
        var (cohortId, id) = (after.CohortId, after.ApplicationId);
        var lines = Lines(after, findings).ToList();
        string[] others =
        [
            .. before.Answers?.Country == Vocabulary.Countries.Unknown ? [ProblemIds.Country + id] : Array.Empty<string>(),
            .. before.Outcome == ApplicationOutcome.Unreachable ? [ProblemIds.Address + id] : Array.Empty<string>(),
            .. (before.Unclear?.Words ?? []).Select(word => ProblemIds.OfWord(word.WordId) + id),
        ];
        var old = (await problems.ListAsync(cohortId, id + "-", cancellation))
            .Where(line => ProblemIds.IsByPlace(line.ProblemId, id)).ToDictionary(line => line.ProblemId);
        await problems.DeleteAsync(cohortId, old.Keys.Concat(others).Except(lines.Select(line => line.ProblemId)), cancellation);
        await problems.PutAsync(cohortId, [.. lines.Select(Kept)], cancellation);
        foreach (var finding in findings.Where(finding => finding.OfForm)) await NoteFormAsync(after, finding, cancellation);

        IntakeProblem Kept(IntakeProblem line) =>
            old.Values.FirstOrDefault(seen => seen.SeenBy is not null && seen.Words == line.Words) is { } seen
                ? line with { SeenBy = seen.SeenBy, SeenAt = seen.SeenAt }
                : line;
    }

    Task NoteFormAsync(Application application, Finding finding, CancellationToken cancellation) => NoteOfFormAsync(
        Line(application, finding, $"{ProblemIds.Form}{application.Provider}-{finding.Field}") with
        {
            ApplicationId = null,
            PersonId = null,
            Row = null,
        }, cancellation);

    /// <summary>About a form: the first time counts.</summary>
    public async Task NoteOfFormAsync(IntakeProblem line, CancellationToken cancellation)
    {
        if (noted.ContainsKey($"{line.CohortId}/{line.ProblemId}")) return;
        await problems.NoteOnceAsync(line, cancellation);
        noted[$"{line.CohortId}/{line.ProblemId}"] = true;
    }

    static IEnumerable<Finding> OfOutcome(Application application)
    {
        if (application.Outcome == ApplicationOutcome.Late)
            yield return new("appliedAt", "Came after the closing day: kept, not considered in this round.");
    }

    static IntakeProblem Line(Application application, Finding finding, string id) => new()
    {
        CohortId = application.CohortId,
        ProblemId = id,
        Provider = application.Provider,
        Row = application.Row,
        ApplicationId = application.ApplicationId,
        PersonId = application.PersonId,
        Field = finding.Field,
        Words = finding.Words,
        Word = finding.Word,
        Meaning = finding.Meaning,
        FoundAt = application.ReceivedAt,
    };
}
