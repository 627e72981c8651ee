using Ilnp.Intake.Understanding;
using Ilnp.Programme;

namespace Ilnp.Intake.Import;

/// <summary>Writes what the rows of a file change, in transactions of a hundred.</summary>
public sealed class CrowdWriter(
    PeopleStore people, ApplicationStore applications, ApplicationPersons persons,
    ProblemNotes notes, SecondReading second, IntakeSignals signals)
{
    /// <summary>People first: an application that is stored is worked in.</summary>
    internal async Task WriteAsync(Crowd crowd, CancellationToken cancellation)
    {
        var cohortId = crowd.CohortId;
        var taken = await people.AddManyAsync(cohortId, crowd.Added, cancellation);
        var merged = crowd.Known.Concat(taken).ToList();
        if (merged.Count > 0) await people.ApplyManyAsync(cohortId, merged, crowd.Merged, cancellation);
        foreach (var (application, person) in crowd.OfMerged) await persons.CarryAsync(crowd.Cohort, application, person, cancellation);
        await notes.NoteManyAsync(cohortId, crowd.Findings, cancellation);
        await applications.PutManyAsync(cohortId, crowd.Applications, cancellation);
        await second.OfWaitingAsync(crowd.Cohort, crowd.Applications, cancellation);
        signals.Registered(crowd.Applications);
    }
}
