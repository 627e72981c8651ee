using System.Diagnostics.Metrics;
using Ilnp.Signals;

namespace Ilnp.Operations.Telemetry;

/// <summary>
/// Measures <c>ilnp.decisions.open</c>, <c>ilnp.decisions.age_hours</c> (of the oldest), <c>ilnp.orchestrations.failed</c> and
/// <c>ilnp.cohort.step</c> (1 for the step that a cohort is in). They tell the last reading, and nothing once the next one is overdue:
/// another instance may have taken it.
/// </summary>
public sealed class StateSignals
{
    static readonly TimeSpan Holds = TimeSpan.FromHours(7);

    readonly TimeProvider time;
    readonly ObservableGauge<long> failed;
    volatile StateReading? last;

    public StateSignals(IMeterFactory meters, TimeProvider time)
    {
        this.time = time;
        var meter = meters.Create(Signal.Name);
        failed = meter.CreateObservableGauge(
            "ilnp.orchestrations.failed", () => Told(reading => new[] { new Measurement<long>(reading.Failed) }),
            "{instance}", "Orchestrations that stand failed.");
        meter.CreateObservableGauge(
            "ilnp.decisions.open", () => Told(reading => reading.Decisions.Select(Open)),
            "{decision}", "Decisions that nobody has made yet, by cohort, form and who is asked.");
        meter.CreateObservableGauge(
            "ilnp.decisions.age_hours", () => Told(reading => reading.Decisions.Select(Age)),
            "h", "Hours since the oldest open decision was asked for.");
        meter.CreateObservableGauge(
            "ilnp.cohort.step", () => Told(reading => reading.Steps.Select(Step)), "{cohort}", "1 for the step that a cohort is in.");
    }

    /// <summary>Whether anybody listens: otherwise nothing needs to be read.</summary>
    public bool IsHeard => failed.Enabled;

    internal void Tell(StateReading reading) => last = reading;

    IEnumerable<Measurement<T>> Told<T>(Func<StateReading, IEnumerable<Measurement<T>>> measure) where T : struct =>
        last is { } reading && time.GetUtcNow() - reading.At < Holds ? measure(reading) : [];

    static Measurement<long> Open(OpenQuestions open) => new(open.Count, Tags(open));

    static Measurement<double> Age(OpenQuestions open) => new(open.OldestHours, Tags(open));

    static Measurement<long> Step((string Cohort, string Step) now) =>
        new(1, new(SignalTag.Cohort, now.Cohort), new(SignalTag.Step, now.Step));

    static KeyValuePair<string, object?>[] Tags(OpenQuestions open) =>
        [new(SignalTag.Cohort, open.Cohort), new(SignalTag.Form, open.Form), new(SignalTag.Asked, open.Asked)];
}
