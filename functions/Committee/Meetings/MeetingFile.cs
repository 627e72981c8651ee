using System.Text;
using Ilnp.Committee.Acts;
using Ilnp.Meetings;
using Ilnp.Programme;
using Ilnp.Storage;

namespace Ilnp.Committee.Meetings;

/// <summary>A cohort's meetings of everybody, with who would be invited.</summary>
/// <param name="Reader">Who reads.</param>
/// <param name="Stored">The cohort as stored at this moment.</param>
/// <param name="People">Everybody in a group.</param>
/// <param name="Acts">What was pressed before, the first one first.</param>
/// <param name="Now">UTC.</param>
public sealed record MeetingFile(
    CommitteeReader Reader, Stored<CohortSettings> Stored, IReadOnlyList<Person> People, IReadOnlyList<CommitteeAct> Acts,
    DateTimeOffset Now)
{
    /// <summary>What the acts are written down about: no person and no group has such an id.</summary>
    public const string Subject = "meeting";

    public CohortSettings Cohort => Stored.Value;

    /// <summary>Another one as soon as anybody has changed anything.</summary>
    public string Version => VersionOf(Stored);

    public string Path => PathOf(Cohort.Id);

    /// <summary>The one that is to come; null for none.</summary>
    public WholeMeeting? Ahead => Cohort.Meetings.FirstOrDefault(meeting => meeting.IsAhead(Now));

    public static string VersionOf(Stored<CohortSettings> stored) => StableIds.Of(Encoding.UTF8.GetBytes(stored.ETag.ToString()))[..10];

    public static string PathOf(string cohortId) => $"/cohorts/{cohortId}/meeting";

    /// <summary>The fairest times of a day.</summary>
    public SittingsChoice Choose(DateOnly day, int minutes) => SittingsChoice.Of(
        People.Select(person => Cohort.ZoneOf(person)), day, Cohort.TimeZone, TimeSpan.FromMinutes(minutes));
}

/// <summary>Gathers it from the stores.</summary>
public sealed class MeetingFiles(CohortStore cohorts, PeopleStore people, CommitteeActStore acts, TimeProvider time)
{
    public async Task<MeetingFile> ReadAsync(CommitteeReader reader, CancellationToken cancellation)
    {
        var id = reader.Cohort.Id;
        var (active, pressed) = (
            people.ListAsync(id, [Standing.Active], cancellation), acts.ListAsync(id, MeetingFile.Subject, cancellation));
        var stored = await cohorts.ReadAsync(id, cancellation) ?? throw new KeyNotFoundException($"There is no cohort {id}.");
        return new(reader, stored, await active, await pressed, time.GetUtcNow());
    }
}
