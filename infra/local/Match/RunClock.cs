using System.Diagnostics;

namespace Ilnp.Local.Match;

/// <summary>What a run cost.</summary>
/// <param name="Seconds">Wall time.</param>
/// <param name="ProcessorSeconds">Processor time of all threads: on a busy machine the better measure.</param>
/// <param name="PeakMegabytes">Largest working set of the process so far.</param>
readonly record struct RunCost(double Seconds, double ProcessorSeconds, double PeakMegabytes);

/// <summary>Measures a run.</summary>
sealed class RunClock
{
    readonly Stopwatch _watch = Stopwatch.StartNew();
    readonly TimeSpan _before = Processor();

    public static RunClock Start() => new();

    public RunCost Stop()
    {
        using var process = Process.GetCurrentProcess();
        return new(_watch.Elapsed.TotalSeconds, (Processor() - _before).TotalSeconds, process.PeakWorkingSet64 / 1048576.0);
    }

    static TimeSpan Processor()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime;
    }
}
