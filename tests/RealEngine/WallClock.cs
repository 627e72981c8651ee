using System.IO.MemoryMappedFiles;

namespace Ilnp.RealEngine;

/// <summary>
/// What this process and Azurite take for the time of day: <c>clock.c</c>, preloaded into both, adds to it what stands in a file.
/// Both see a jump at once; between jumps it runs on like any clock.
/// </summary>
/// <param name="file">Eight bytes.</param>
sealed class WallClock(string file) : IDisposable
{
    readonly MemoryMappedFile mapped = MemoryMappedFile.CreateFromFile(file, FileMode.Open);
    long aheadTicks;

    /// <summary>Sets the clock to a moment, UTC, before anything that matters has looked at it.</summary>
    public void Set(DateTimeOffset moment) => Shift(moment - DateTimeOffset.UtcNow);

    /// <summary>Jumps ahead to a moment, UTC. Never goes back: a clock that has run past it stays.</summary>
    public void Reach(DateTimeOffset moment)
    {
        if (moment - DateTimeOffset.UtcNow is var missing && missing > TimeSpan.Zero) Shift(missing);
    }

    void Shift(TimeSpan by)
    {
        aheadTicks += by.Ticks;
        using var view = mapped.CreateViewAccessor(0, sizeof(long));
        view.Write(0, aheadTicks * TimeSpan.NanosecondsPerTick);
    }

    public void Dispose() => mapped.Dispose();
}
