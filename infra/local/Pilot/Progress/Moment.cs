using System.Globalization;
using Ilnp.Local.Pilot.Crowd;
using Ilnp.Local.Running;
using Ilnp.Programme;
using Simulation.Time;

namespace Ilnp.Local.Pilot.Progress;

/// <summary>How things stand at one moment.</summary>
/// <param name="Phase">Of the cohort.</param>
/// <param name="At">Simulated, UTC.</param>
/// <param name="Applications">Sent in so far.</param>
/// <param name="Mails">Read so far.</param>
/// <param name="Answers">Given so far.</param>
sealed record Moment(string Phase, DateTimeOffset At, int Applications, int Mails, int Answers)
{
    public string Date => At.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    public static async Task<Moment> TakeAsync(LocalApp app, SimulatedClock clock, PilotInput input, CrowdCounts counts)
    {
        var cohort = await app.Orchestrations.GetInstanceAsync(InstanceIds.Cohort(input.Settings.Id), getInputsAndOutputs: true);
        var status = cohort?.SerializedCustomStatus is null ? null : cohort.ReadCustomStatusAs<CohortStatus>();
        return new(Words(status), clock.GetUtcNow(), counts.Applications, counts.Mails, counts.Answers);
    }

    static string Words(CohortStatus? status) => status switch
    {
        null => "Starting",
        { Phase: CohortPhase.ApplicationsOpen } => "Applications open",
        { Phase: CohortPhase.AwaitingApproval } => "Waiting for approval",
        { Phase: CohortPhase.AskingAvailability } => "Asking who can take part",
        { Phase: CohortPhase.Running } => $"Running, month {status.Month}",
        _ => status.Phase.ToString(),
    };
}
