namespace Simulation.Time;

/// <summary>Holding time where it can be held.</summary>
public static class TimeProviderExtensions
{
    /// <summary>Keeps a <see cref="SimulatedClock"/> still until disposed; any other clock goes on as it must.</summary>
    public static IDisposable HoldStill(this TimeProvider time) => time is SimulatedClock clock ? clock.HoldStill() : NoHold.Instance;

    sealed class NoHold : IDisposable
    {
        public static readonly NoHold Instance = new();

        public void Dispose()
        {
        }
    }
}
