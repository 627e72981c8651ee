using System.Text;
using Ilnp.Approvals;
using Ilnp.Committee.Acts;
using Ilnp.Committee.Overview;
using Ilnp.Orchestration;
using Ilnp.Programme;
using Ilnp.Storage;
using Microsoft.DurableTask.Client;

namespace Ilnp.Committee.Dates;

/// <summary>A running cohort's days, with what hangs on them.</summary>
/// <param name="Reader">Who reads.</param>
/// <param name="Stored">The cohort as stored at this moment.</param>
/// <param name="State">Where its orchestration is.</param>
/// <param name="People">All of the cohort.</param>
/// <param name="Decisions">All of the cohort.</param>
/// <param name="Acts">What was moved before, the first one first.</param>
/// <param name="Now">UTC.</param>
public sealed record DatesFile(
    CommitteeReader Reader, Stored<CohortSettings> Stored, CohortNow State, IReadOnlyList<Person> People, IReadOnlyList<Decision> Decisions,
    IReadOnlyList<CommitteeAct> Acts, DateTimeOffset Now)
{
    /// <summary>What moves are written down about: no person and no group has such an id.</summary>
    public const string Subject = "dates";

    public CohortSettings Cohort => Stored.Value;

    /// <summary>Another one as soon as anybody has changed anything.</summary>
    public string Version => StableIds.Of(Encoding.UTF8.GetBytes(Stored.ETag.ToString()))[..10];

    public string Path => PathOf(Cohort.Id);

    public IReadOnlyList<MovableDay> Days => MovableDay.Of(Cohort, State, Decisions, Now);

    public static string PathOf(string cohortId) => $"/cohorts/{cohortId}/dates";

    /// <summary>How many a day is about, at most; null where nobody can know.</summary>
    public int? PeopleOn(string day) => day switch
    {
        CohortDay.Announce => Cohort.Committee.Count(member => member.Is(CommitteeRole.Marketing) || member.Is(CommitteeRole.Lead)),
        CohortDay.ApplicationsClose =>
            Standing(Programme.Standing.Eligible, Programme.Standing.HeldBack) is > 0 and var applied ? applied : null,
        CohortDay.AskAvailability => 2 * (Cohort.Capacity + Cohort.Availability.ReservePairs),
        CohortDay.AvailabilityCloses when Standing(Programme.Standing.Asked) is > 0 and var asked => asked,
        _ => Standing(Programme.Standing.Active) is > 0 and var active ? active : 2 * Cohort.Capacity,
    };

    int Standing(params Standing[] where) => People.Count(person => !person.IsErased && where.Contains(person.Standing));
}

/// <summary>Gathers it from the stores.</summary>
public sealed class DatesFiles(CohortStore cohorts, PeopleStore people, DecisionStore decisions, CommitteeActStore acts, TimeProvider time)
{
    public async Task<DatesFile> ReadAsync(CommitteeReader reader, DurableTaskClient client, CancellationToken cancellation)
    {
        var id = reader.Cohort.Id;
        var (everybody, asked, moved, instance) = (
            people.ListAsync(id, cancellation), decisions.ListAsync(id, cancellation: cancellation),
            acts.ListAsync(id, DatesFile.Subject, cancellation),
            client.FindAsync(InstanceIds.Cohort(id), withStatus: true, cancellation));
        var stored = await cohorts.ReadAsync(id, cancellation) ?? throw new KeyNotFoundException($"There is no cohort {id}.");
        return new(reader, stored, CohortNow.Of(await instance), await everybody, await asked, await moved, time.GetUtcNow());
    }
}
