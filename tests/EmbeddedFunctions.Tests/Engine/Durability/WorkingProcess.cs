using System.Diagnostics;

namespace EmbeddedFunctions.Tests.Engine.Durability;

/// <summary>A <see cref="KilledProcess"/> as the tests see it.</summary>
sealed class WorkingProcess : IDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    readonly Process process;

    WorkingProcess(Process process) => this.process = process;

    /// <param name="from">The first instance to start.</param>
    /// <param name="to">How many instances there are in the end.</param>
    /// <param name="leaseSeconds">How long its lease holds unrenewed.</param>
    /// <param name="stays">Whether it waits for its end when all is done.</param>
    public static WorkingProcess Start(string storage, string hub, int from, int to, int leaseSeconds = 30, bool stays = false)
        => new(Process.Start(new ProcessStartInfo("dotnet", ["exec", typeof(KilledProcess).Assembly.Location, storage, hub, $"{from}", $"{to}", $"{leaseSeconds}", stays ? "stay" : "end"])
        {
            RedirectStandardInput = true, // its end is the end of the tests
            RedirectStandardOutput = true,
        })!);

    /// <summary>Waits for this line; only side effects may come before it.</summary>
    public async Task SaysAsync(string line)
    {
        var said = await LineAsync();
        while (said == "EFFECT") said = await LineAsync();
        Assert.Equal(line, said);
    }

    /// <summary>Waits until it has had so many more side effects.</summary>
    public async Task WorksAsync(int effects)
    {
        while (effects > 0)
        {
            var said = await LineAsync();
            if (said == "EFFECT") effects--;
            else Assert.Equal("READY", said);
        }
    }

    /// <summary>SIGKILL. Returns what it had said and nobody had read.</summary>
    public async Task<string> KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        Assert.Equal(128 + 9, process.ExitCode);
        return await process.StandardOutput.ReadToEndAsync();
    }

    /// <summary>Sends a signal by name.</summary>
    public async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{process.Id}"]);
        await kill.WaitForExitAsync();
        Assert.Equal(0, kill.ExitCode);
    }

    Task<string?> LineAsync() => process.StandardOutput.ReadLineAsync().WaitAsync(Patience);

    public Task EndAsync() => process.WaitForExitAsync().WaitAsync(Patience);

    public void Dispose()
    {
        if (!process.HasExited) process.Kill();
        process.Dispose();
    }
}
