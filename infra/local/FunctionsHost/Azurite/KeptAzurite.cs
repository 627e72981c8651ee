using System.Diagnostics;

namespace FunctionsHost.Azurite;

/// <summary>
/// An Azurite that is looked after: one that ends or hangs is started again in its place, on the same ports and data. Where a
/// killed one would have lost changes, its end is the end.
/// </summary>
public sealed class KeptAzurite : IAsyncDisposable
{
    static readonly TimeSpan Interval = TimeSpan.FromSeconds(0.5);

    /// <summary>
    /// So many questions in a row, of a second and a half each, an Azurite that does not work leaves unanswered before it counts as hung.
    /// </summary>
    const int HungAfter = 3;

    readonly AzuriteOptions options;
    readonly AzuritePorts ports;
    readonly Action<string> tell;
    readonly Restarts restarts = new(TimeProvider.System);
    readonly CancellationTokenSource stopping = new();
    readonly Task<string> watching;
    AzuriteProcess process;

    KeptAzurite(AzuriteOptions options, AzuritePorts ports, AzuriteProcess process, Action<string> tell)
    {
        (this.options, this.ports, this.process, this.tell) = (options, ports, process, tell);
        watching = WatchAsync();
    }

    public string ConnectionString => ports.ConnectionString;

    /// <summary>Completes, with a sentence on why, when it has ended and is not started again.</summary>
    public Task<string> Lost => watching;

    /// <inheritdoc cref="AzuriteProcess.StartAsync(AzuriteOptions, Action{string}?, CancellationToken)"/>
    public static async Task<KeptAzurite> StartAsync(AzuriteOptions options, Action<string> tell, CancellationToken cancellation = default)
    {
        var ports = AzuritePorts.Free();
        return new(options, ports, await AzuriteProcess.StartAsync(options, ports, tell, cancellation), tell);
    }

    async Task<string> WatchAsync()
    {
        while (true)
        {
            var end = await EndAsync();
            if (!options.KeepsEveryChange || FullDisk.IsToldIn(process.LastWords)) return $"Azurite, the local storage, {end}{Because}.";
            if (!restarts.TryOneMore())
                return $"Azurite, the local storage, {end}{Because}. It was started again {Limit}, and is not once more.";
            tell($"Azurite, the local storage, {end}; it is started again (restart {restarts.Count}, at most {Limit}).");
            var begun = Stopwatch.GetTimestamp();
            await process.DisposeAsync();
            try
            {
                process = await AzuriteProcess.StartAsync(options, ports, tell, stopping.Token);
            }
            catch (AzuriteUnavailableException e)
            {
                return e.Message;
            }

            tell($"Azurite runs again after {Stopwatch.GetElapsedTime(begun).TotalSeconds:0.0} seconds, with all that was acknowledged.");
        }
    }

    static string Limit => $"{Restarts.Most} times in {Restarts.Span.TotalMinutes:0} minutes";

    string Because => process.LastWords is { Length: > 0 } said ? $" ({said})" : "";

    /// <summary>How it ended, by itself or, when it hung, by us.</summary>
    async Task<string> EndAsync()
    {
        for (var unanswered = 0; ;)
        {
            // Real time: another process lives or does not.
            if (await Task.WhenAny(process.Ended, Task.Delay(Interval, stopping.Token)) == process.Ended) return await process.Ended;
            unanswered = await process.IsHungAsync(stopping.Token) ? unanswered + 1 : 0;
            stopping.Token.ThrowIfCancellationRequested();
            if (unanswered < HungAfter) continue;
            await process.KillAsync();
            return "did not answer any more and was ended";
        }
    }

    /// <summary>Ends it, in good order where it answers.</summary>
    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await Task.WhenAny(watching); // how it ended is told by Lost
        await process.DisposeAsync();
        stopping.Dispose();
    }
}
