using Microsoft.DurableTask.Client;

namespace Ilnp.Intake.Understanding;

/// <summary>Messages that could not be read: shown, read again, or put aside.</summary>
public sealed class UnreadMessages(IntakeProblemStore problems, RawMessageStore messages)
{
    /// <summary>The first found first.</summary>
    public Task<IReadOnlyList<IntakeProblem>> ListAsync(string cohortId, CancellationToken cancellation) =>
        problems.ListAsync(cohortId, ProblemIds.Message, cancellation);

    /// <summary>One of them; null when it could be read since, or was never there.</summary>
    public Task<IntakeProblem?> FindAsync(string cohortId, string applicationId, CancellationToken cancellation) =>
        problems.FindAsync(cohortId, ProblemIds.Message + applicationId, cancellation);

    /// <summary>As it came; null when it is not kept any more.</summary>
    public async Task<RawMessage?> AsItCameAsync(string cohortId, string applicationId, CancellationToken cancellation) =>
        await messages.FindAsync(cohortId, applicationId, cancellation) is { IsErased: false } message ? message : null;

    /// <summary>Takes the message in once more, as it was taken in first: once for each press.</summary>
    public Task ReadAgainAsync(DurableTaskClient client, IntakeProblem unread, string press, CancellationToken cancellation)
    {
        var submission = new SubmissionReceived(unread.CohortId, unread.ApplicationId!);
        return client.StartUnlessDoneAsync(
            nameof(IntakeOrchestrator), submission, $"{ApplicationInbox.InstanceId(submission)}-{press}", cancellation);
    }

    /// <summary>There is nothing to do about it. False when somebody was first.</summary>
    public async Task<bool> SeenAsync(IntakeProblem unread, string memberId, DateTimeOffset at, CancellationToken cancellation) =>
        await problems.UpdateAsync(
            unread.CohortId, unread.ProblemId, stored => stored.SeenBy is null ? stored with { SeenBy = memberId, SeenAt = at } : stored,
            cancellation) is { } now
        && now.SeenBy == memberId;
}
