namespace Simulation.Time;

/// <summary>Holding time where it can be held.</summary>
public static class TimeProviderExtensions
{
    /// <summary>Keeps a <see cref="SimulatedClock"/> still until disposed; any other clock goes on as it must.</summary>
    public static IDisposable HoldStill(this TimeProvider time) => time is SimulatedClock clock ? clock.HoldStill() : NoHold.Instance;

    /// <summary>
    /// Waits, and holds time as <see cref="HoldStill"/> from the moment of arrival on, so that none passes before what follows.
    /// The wait is set up before this returns: whoever holds time may let go of it then.
    /// </summary>
    /// <exception cref="OperationCanceledException">Cancelled before that moment; nothing is held.</exception>
    public static async Task<IDisposable> DelayThenHoldAsync(this TimeProvider time, TimeSpan delay, CancellationToken cancellation)
    {
        if (time is SimulatedClock clock) return await clock.WaitUntilAsync(clock.GetUtcNow() + delay, cancellation);
        await Task.Delay(delay, time, cancellation);
        return NoHold.Instance;
    }

    sealed class NoHold : IDisposable
    {
        public static readonly NoHold Instance = new();

        public void Dispose()
        {
        }
    }
}
