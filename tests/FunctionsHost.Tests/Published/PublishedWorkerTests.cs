using System.Diagnostics;
using System.Reflection;
using FunctionsHost.Worker.Published;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;

namespace FunctionsHost.Tests.Published;

/// <summary>How long the process of a published app lives, and what is no such app.</summary>
public sealed class PublishedWorkerTests : IDisposable
{
    readonly PublishedFolder folder = new();

    [Fact(Timeout = 60_000)]
    public async Task GivenAWorker_WhenTheThreadThatStartedItEnds_ThenItGoesOn()
    {
        PublishedWorker? worker = null;
        var thread = new Thread(() => worker = Start());
        thread.Start();
        thread.Join();

        await Task.Delay(1000); // real time: the kernel sees threads end
        Assert.True(IsAlive(worker!.ProcessId));

        await worker.DisposeAsync();
        Assert.False(IsAlive(worker.ProcessId));
    }

    [Fact(Timeout = 60_000)]
    public async Task GivenAWorkerThatNeverCalled_WhenTheHostStops_ThenItIsEndedAtOnce()
    {
        var worker = Start(TimeSpan.FromMinutes(10));

        await worker.DisposeAsync();

        Assert.False(IsAlive(worker.ProcessId));
    }

    [Fact(Timeout = 60_000)]
    public async Task GivenAHostThatIsKilled_WhenItIsGone_ThenItsWorkerGoesToo()
    {
        if (!OperatingSystem.IsLinux()) return; // elsewhere nothing ties them
        string[] program = [Assembly.GetExecutingAssembly().Location, OwnProcess.HostOf, folder.Path];
        using var host = Process.Start(new ProcessStartInfo("dotnet", program) { RedirectStandardOutput = true })!;
        var worker = int.Parse((await host.StandardOutput.ReadLineAsync())!, null);
        Assert.True(IsAlive(worker));

        host.Kill();
        await host.WaitForExitAsync();

        while (IsAlive(worker)) await Task.Delay(20);
    }

    [Theory]
    [InlineData(null, "holds no published functions app (worker.config.json is missing)")]
    [InlineData("{", "holds no published functions app (worker.config.json cannot be read: ")]
    [InlineData(
        """{"description":{"language":"node","defaultWorkerPath":"index.js"}}""",
        "holds an app for node; this host runs dotnet-isolated only")]
    [InlineData(
        """{"description":{"language":"dotnet-isolated","defaultWorkerPath":"Gone.dll"}}""",
        "holds no published functions app (Gone.dll is missing)")]
    public void GivenAnotherFolder_WhenItsWorkerIsStarted_ThenOneSentenceSaysWhatIsMissing(string? description, string expected)
    {
        if (description is null) File.Delete(Path.Combine(folder.Path, "worker.config.json"));
        else folder.Write("worker.config.json", description);

        var message = Assert.Throws<FunctionsHostStartException>(() => Start()).Message;

        Assert.StartsWith($"{folder.Path} {expected}", message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }

    PublishedWorker Start(TimeSpan patience = default) => PublishedWorker.Start(
        new(folder.Path), new ConfigurationBuilder().AddInMemoryCollection([new(OwnProcess.Idle, "1")]).Build(),
        new("http://127.0.0.1:1"), "id", OwnProcess.NewChannel(), patience, NullLogger.Instance);

    /// <summary>A process that has ended but is not yet reaped is none.</summary>
    static bool IsAlive(int process)
    {
        try
        {
            return !Process.GetProcessById(process).HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    public void Dispose() => folder.Dispose();
}
