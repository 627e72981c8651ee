using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Runs the function on a schedule.</summary>
/// <param name="schedule">Six-field NCRONTAB in UTC, a time span, or <c>%Setting%</c> holding one of them.</param>
public sealed class TimerTriggerAttribute(string schedule) : TriggerBindingAttribute
{
    /// <summary>Also run each time the host starts.</summary>
    public bool RunOnStartup { get; set; }

    public string Schedule { get; } = schedule;

    /// <summary>Keep the schedule's state in storage, so that a run missed while the host was down is made up for once.</summary>
    public bool UseMonitor { get; set; } = true;
}
