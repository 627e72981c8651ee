namespace EmbeddedFunctions.Hosting;

/// <summary>The clocks that there are so far cannot be held.</summary>
static class Holding
{
    public static IDisposable HoldStill(this TimeProvider time) => new NoHold(time);

    sealed record NoHold(TimeProvider Time) : IDisposable
    {
        public void Dispose()
        {
        }
    }
}
