using Ilnp.Intake.Answers;
using Ilnp.Intake.Understanding;
using Ilnp.Programme;
using Ilnp.Programme.Waiting;

namespace Ilnp.Intake.Import;

/// <summary>Works rows of a file into the people of a cohort, everybody read once. Nothing is written.</summary>
public sealed class RowWork(
    PeopleStore people, PriorityStore priorities, Identities identities,
    AddressBook addresses, IQualifications qualifications, MeaningStore meanings)
{
    /// <param name="cohort">Whose people.</param>
    /// <param name="settings">By which the file was read.</param>
    /// <param name="rows">In the file's order; the same row again is left out.</param>
    /// <param name="receivedAt">When the file came, UTC.</param>
    /// <param name="cancellation">Cancels.</param>
    internal async Task<Crowd> DoAsync(
        CohortSettings cohort, IntakeSettings settings, IEnumerable<ExportRow> rows,
        DateTimeOffset receivedAt, CancellationToken cancellation)
    {
        var reader = new ApplicationReader(settings, TimeZoneInfo.FindSystemTimeZoneById(cohort.TimeZone), ApplyingTime.Of(cohort));
        var rules = new RowRules(
            cohort,
            identities,
            qualifications,
            await priorities.ListAsync(cancellation),
            await addresses.OfAsync(cohort.Id, cancellation));
        var said = await meanings.NowAsync(cohort.Id, cancellation);
        var crowd = new Crowd(cohort, await people.ListAsync(cohort.Id, cancellation));
        foreach (var row in rows.DistinctBy(RowImporter.IdOf))
        {
            var read = Understood.Of(reader.Read(new(row.ContentId, row.Timestamp, row.Number, row.Answers, row.Note), receivedAt), said);
            crowd.Take(rules.Application(row, read, receivedAt), read, rules);
        }

        return crowd;
    }
}
