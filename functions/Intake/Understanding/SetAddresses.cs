using Ilnp.Intake.Answers;
using Ilnp.Orchestration;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Ilnp.Intake.Understanding;

/// <summary>
/// The address of an application that had none which mail can be sent to: kept with the application, which is then taken in.
/// </summary>
public sealed class SetAddresses(ApplicationStore applications)
{
    /// <summary>False when it has another one by now.</summary>
    /// <param name="client">Begins the taking in.</param>
    /// <param name="waiting">The application.</param>
    /// <param name="address">As the validator gives it.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<bool> SetAsync(DurableTaskClient client, Application waiting, string address, CancellationToken cancellation)
    {
        var now = await applications.UpdateAsync(
            waiting,
            stored =>
                stored is { Outcome: ApplicationOutcome.Unreachable, Answers: { Email: null } answers }
                    ? stored with { Answers = With(answers, address) }
                    : stored,
            cancellation);
        if (now?.Answers?.Email != address) return false;
        await client.StartUnlessDoneAsync(
            nameof(AddressOrchestrator), new SubmissionReceived(now.CohortId, now.ApplicationId),
            $"address-{now.CohortId}-{now.ApplicationId}", cancellation);
        return true;
    }

    static ApplicationAnswers With(ApplicationAnswers answers, string address) => answers with
    {
        Email = address,
        Name = answers.Name.Length > 0 ? answers.Name : address[..address.IndexOf('@', StringComparison.Ordinal)],
    };
}

/// <summary>An application that has an address by the committee now: its person is made, and hears of it as everybody does.</summary>
public static class AddressOrchestrator
{
    [Function(nameof(AddressOrchestrator))]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context, SubmissionReceived submission)
    {
        var registered = await context.Do<ApplicationRegistered>(nameof(AddressActivities.RegisterAddressed), submission);
        if (registered.PersonId is not null) await context.Do(nameof(IntakeActivities.AcknowledgeApplication), registered);
    }
}

/// <summary>What follows from an address.</summary>
public sealed class AddressActivities(ApplicationRegistrar registrar)
{
    /// <summary>Makes the person of an application whose address the committee has set.</summary>
    [Function(nameof(RegisterAddressed))]
    public Task<ApplicationRegistered> RegisterAddressed([ActivityTrigger] SubmissionReceived submission) =>
        registrar.RegisterAddressedAsync(submission);
}
