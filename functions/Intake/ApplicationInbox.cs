using System.Text.Json;
using Ilnp.Intake.Applying;
using Ilnp.Intake.Providers;
using Ilnp.Intake.Rounds;
using Ilnp.Programme;
using Microsoft.DurableTask.Client;

namespace Ilnp.Intake;

/// <summary>
/// Where genuine messages go, whatever form they come from: kept as they are, and brought into a round, an orchestration that
/// registers them. A message that comes again is known by its id.
/// </summary>
public sealed class ApplicationInbox(
    CohortStore cohorts, RawMessageStore messages, ApplicationStore applications, IntakeRounds rounds, TimeProvider time)
{
    /// <summary>Takes a message in. The sender is believed already.</summary>
    public async Task<Acceptance> AcceptAsync(
        DurableTaskClient client, string cohortId, FormProvider provider, ReceivedBody body, CancellationToken cancellation = default)
    {
        if (await cohorts.FindAsync(cohortId, cancellation) is not { } cohort) return new(AcceptanceStatus.UnknownCohort);
        var reading = provider.Read(body);
        if (reading.Ignored is { } ignored) return new(AcceptanceStatus.Ignored, Note: ignored);
        var id = SubmissionIds.Of(provider, reading, body);
        var submission = new SubmissionReceived(cohortId, id);
        if (rounds.HasJoined(submission)
            || (!await KeepAsync(cohort, id, provider, body, cancellation) && await IsRegisteredAsync(submission, cancellation)))
            return new(AcceptanceStatus.AcceptedBefore, id, NoteOf(cohort));
        await rounds.JoinAsync(client, submission, cancellation);
        return new(AcceptanceStatus.Accepted, id, NoteOf(cohort));
    }

    async Task<bool> IsRegisteredAsync(SubmissionReceived submission, CancellationToken cancellation) =>
        await applications.FindAsync(submission.CohortId, submission.ApplicationId, cancellation) is not null;

    /// <summary>Takes in what somebody filled into the app's own form: by field key, several values for lists.</summary>
    /// <param name="client">Starts the orchestration.</param>
    /// <param name="cohortId">The cohort applied to.</param>
    /// <param name="fields">Field keys as in <see cref="Answers.ApplicationFields"/>, with what was entered.</param>
    /// <param name="ownerId">Whose own page is open where it was filled in; null for none.</param>
    /// <param name="cancellation">Cancels.</param>
    public Task<Acceptance> SubmitAsync(
        DurableTaskClient client, string cohortId, IReadOnlyDictionary<string, IReadOnlyList<string>> fields,
        string? ownerId, CancellationToken cancellation = default)
    {
        var consent = fields.GetValueOrDefault(ApplicationForm.Consent)?[0];
        var answers = fields.Where(field => field.Key != ApplicationForm.Consent)
            .OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => new { title = field.Key, value = field.Value });
        var now = time.GetUtcNow();
        // A second press of the button within the hour is the same submission; later it may be a change and back again.
        var body = JsonSerializer.SerializeToUtf8Bytes(new
        {
            hour = now.ToString("yyyy-MM-ddTHH", System.Globalization.CultureInfo.InvariantCulture),
            owner = ownerId,
            consent,
            answers,
        });
        return AcceptAsync(client, cohortId, FormProvider.Own, new(body, "application/json"), cancellation);
    }

    string? NoteOf(CohortSettings cohort) =>
        ApplicationWindow.TakesApplications(cohort, time.GetUtcNow())
            ? null
            : "Applications are closed; only what was submitted before is considered.";

    /// <summary>Keeps a message; false when it was kept before.</summary>
    internal Task<bool> KeepAsync(
        CohortSettings cohort, string id, FormProvider provider, ReceivedBody body, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        return messages.TryKeepAsync(
            cohort.Id, id, new(provider.Name, now, body, cohort.Of<IntakeSettings>().RawUntil(cohort, now)), cancellation);
    }

    /// <summary>Of a message that goes by itself. Ids only: the instance id stands in logs and histories.</summary>
    internal static string InstanceId(SubmissionReceived submission) => $"intake-{submission.CohortId}-{submission.ApplicationId}";
}
