using System.Diagnostics;

namespace FunctionsHost.Azurite;

/// <summary>
/// One Azurite as a child process on free loopback ports, installed from its lock file on first use. It ends with this
/// process, whichever way this process ends, and writes its data before it does.
/// </summary>
public sealed class AzuriteProcess : IAsyncDisposable
{
    static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(60);

    /// <summary>An Azurite that works uses at least this much of its processor while a question goes unanswered.</summary>
    static readonly TimeSpan SignOfWork = TimeSpan.FromMilliseconds(200);

    readonly Process process;
    readonly LastWords said;
    readonly AzuritePorts ports;
    readonly StorageProbe probe;

    AzuriteProcess(Process process, AzuritePorts ports)
    {
        (this.process, said, this.ports, probe) = (process, new(process), ports, new(ports.BlobAddress));
        Ended = EndedAsync();
    }

    /// <summary>For the storage clients and the <c>AzureWebJobsStorage</c> setting.</summary>
    public string ConnectionString => ports.ConnectionString;

    /// <summary>Completes when it has ended, with how, for a sentence.</summary>
    internal Task<string> Ended { get; }

    /// <summary>What it said of its trouble; empty when it said nothing.</summary>
    internal string LastWords => said.ToString();

    /// <summary>Installs Azurite if need be, starts it and returns once all its ports answer.</summary>
    /// <exception cref="AzuriteUnavailableException">Node is missing, the installation failed, or Azurite did not start.</exception>
    public static Task<AzuriteProcess> StartAsync(
        AzuriteOptions options, Action<string>? progress = null, CancellationToken cancellation = default) =>
        StartAsync(options, AzuritePorts.Free(), progress, cancellation);

    internal static async Task<AzuriteProcess> StartAsync(
        AzuriteOptions options, AzuritePorts ports, Action<string>? progress, CancellationToken cancellation)
    {
        await AzuriteInstallation.EnsureAsync(options.PackageFolder, progress, cancellation);
        var azurite = new AzuriteProcess(AzuriteCommand.Run(options, ports), ports);
        try
        {
            await azurite.IsUpAsync(cancellation);
            return azurite;
        }
        catch
        {
            await azurite.DisposeAsync();
            throw;
        }
    }

    async Task IsUpAsync(CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(LongestStart);
        try
        {
            while (!await ports.AreOpenAsync(limit.Token))
            {
                if (Ended.IsCompleted) throw new AzuriteUnavailableException($"Azurite, the local storage, did not start: {LastWords}");
                await Task.Delay(50, limit.Token); // real time: another process is coming up
            }
        }
        catch (OperationCanceledException e) when (!cancellation.IsCancellationRequested)
        {
            var limitInWords = $"{LongestStart.TotalSeconds:0} seconds";
            throw new AzuriteUnavailableException($"Azurite, the local storage, did not answer within {limitInWords}.", e);
        }
    }

    async Task<string> EndedAsync()
    {
        await process.WaitForExitAsync(); // with all that it wrote
        return $"ended with code {process.ExitCode}";
    }

    /// <summary>Whether it neither answers a small question nor works: one that is only busy is not hung.</summary>
    internal async Task<bool> IsHungAsync(CancellationToken cancellation = default)
    {
        if (Ended.IsCompleted) return false;
        var worked = Worked();
        return !await probe.AnswersAsync(cancellation) && Worked() - worked < SignOfWork && !process.HasExited;
    }

    /// <summary>Processor time so far.</summary>
    TimeSpan Worked()
    {
        try
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
        catch (InvalidOperationException) when (process.HasExited)
        {
            return TimeSpan.Zero;
        }
    }

    /// <summary>Ends it by force.</summary>
    internal async Task KillAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
    }

    /// <summary>Ends Azurite in good order, and by force when it is hung or takes ten seconds.</summary>
    public async ValueTask DisposeAsync()
    {
        if (await IsHungAsync()) await KillAsync();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        try
        {
            process.StandardInput.Close();
            await Ended.WaitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            await KillAsync();
        }

        process.Dispose();
        probe.Dispose();
    }
}
