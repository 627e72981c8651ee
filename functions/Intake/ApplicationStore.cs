using Azure.Data.Tables;
using Ilnp.Intake.PersonalData;
using Ilnp.Storage;

namespace Ilnp.Intake;

/// <summary>Every submission: table <c>Applications</c>, partition cohort, row application.</summary>
public sealed class ApplicationStore(TableServiceClient service)
{
    readonly RecordTable<Application> applications = new(service, "Applications");

    public async Task<Application?> FindAsync(string cohortId, string applicationId, CancellationToken cancellation = default) =>
        (await applications.FindAsync(cohortId, applicationId, cancellation))?.Value;

    /// <summary>The application.</summary>
    /// <exception cref="KeyNotFoundException">There is none: erased since, or not registered yet.</exception>
    public async Task<Application> GetAsync(string cohortId, string applicationId, CancellationToken cancellation = default) =>
        await FindAsync(cohortId, applicationId, cancellation)
            ?? throw new KeyNotFoundException($"Cohort {cohortId} has no application {applicationId}.");

    /// <summary>All of the cohort.</summary>
    public async Task<IReadOnlyList<Application>> ListAsync(string cohortId, CancellationToken cancellation = default) =>
        [.. (await applications.ListAsync(cohortId, cancellation: cancellation)).Select(stored => stored.Value)];

    /// <summary>All of one person.</summary>
    public async Task<IReadOnlyList<Application>> OfPersonAsync(
        string cohortId, string personId, CancellationToken cancellation = default) =>
        [.. (await ListAsync(cohortId, cancellation)).Where(application => application.PersonId == personId)];

    /// <summary>Changes what is stored of it now; null when there is none.</summary>
    public Task<Application?> UpdateAsync(
        Application application, Func<Application, Application> change, CancellationToken cancellation = default) =>
        applications.UpdateAsync(application.CohortId, application.ApplicationId, change, cancellation);

    /// <summary>That it came is all that is left of it.</summary>
    public Task EraseAsync(Application application, CancellationToken cancellation = default) => applications.UpdateAsync(
        application.CohortId,
        application.ApplicationId,
        stored => stored.Outcome == ApplicationOutcome.Erased ? stored : StaysErased.Left(stored),
        cancellation);

    /// <summary>Deletes the first of a cohort whose time is over; gives how many.</summary>
    public Task<int> ForgetAsync(string cohortId, int most, CancellationToken cancellation = default) =>
        applications.DeleteFirstAsync(cohortId, most, cancellation);

    /// <summary>False when it is there already; then it stays as it was registered first.</summary>
    public Task<bool> TryAddAsync(Application application, CancellationToken cancellation = default) =>
        applications.TryAddAsync(application.CohortId, application.ApplicationId, application, cancellation);

    /// <summary>Writes many whatever is there, in a few transactions: they come from one file, whose every reading is the same.</summary>
    public Task PutManyAsync(string cohortId, IEnumerable<Application> registered, CancellationToken cancellation = default) =>
        applications.PutManyAsync(cohortId, registered.Select(application => (application.ApplicationId, application)), cancellation);
}
