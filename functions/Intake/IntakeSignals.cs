using System.Diagnostics.Metrics;
using Ilnp.Intake.Providers;
using Ilnp.Signals;

namespace Ilnp.Intake;

/// <summary>
/// Measure <c>ilnp.intake</c>: applications by what became of them, as in <see cref="ApplicationOutcome"/>, and messages that became none
/// (<c>refused</c>, <c>toolong</c>, <c>away</c>, <c>acceptedbefore</c>, <c>ignored</c>, <c>stray</c>,
/// <c>unknowncohort</c>), by form provider.
/// </summary>
public sealed class IntakeSignals(IMeterFactory meters)
{
    readonly Counter<long> intake = meters.Create(Signal.Name)
        .CreateCounter<long>("ilnp.intake", "{application}", "What came in, by outcome and provider.");

    /// <summary>Of a message that was turned away before it was kept.</summary>
    public void Refused(string provider, string why) => Count(FormProvider.Find(provider)?.Name ?? "unknown", why, 1);

    /// <summary>What is accepted is counted when it is registered.</summary>
    public void Took(FormProvider provider, AcceptanceStatus status)
    {
        if (status != AcceptanceStatus.Accepted) Count(provider.Name, status.ToString().ToLowerInvariant(), 1);
    }

    public void Registered(IEnumerable<Application> applications)
    {
        foreach (var same in applications.GroupBy(one => (one.Provider, one.Outcome)))
            Count(same.Key.Provider, same.Key.Outcome.ToString().ToLowerInvariant(), same.Count());
    }

    void Count(string provider, string outcome, int count) =>
        intake.Add(count, new(SignalTag.Provider, provider), new(SignalTag.Outcome, outcome));
}
