using System.Diagnostics;

namespace FunctionsHost.Tests.Durability;

/// <summary>A <see cref="KilledProcess"/> as the test sees it.</summary>
sealed class WorkingProcess : IDisposable
{
    /// <summary>On a busy machine the engine lets go of a message again and again, for up to two minutes at the seventh time.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    readonly Process process;

    WorkingProcess(Process process) => this.process = process;

    /// <summary>All that it has said up to now.</summary>
    public List<string> Said { get; } = [];

    /// <param name="instances">How many there are in the end.</param>
    public static WorkingProcess Start(string storage, int instances) => new(Process.Start(
        new ProcessStartInfo("dotnet", ["exec", typeof(KilledProcess).Assembly.Location, storage, $"{instances}"])
        {
            RedirectStandardInput = true, // its end is the end of the tests
            RedirectStandardOutput = true,
        })!);

    /// <summary>Reads until this line has been said so many times.</summary>
    public async Task SaysAsync(string line, int times = 1)
    {
        while (Said.Count(said => said == line) < times)
        {
            var next = await process.StandardOutput.ReadLineAsync().WaitAsync(Patience);
            Said.Add(next ?? throw new InvalidOperationException($"It ended before {line}: {string.Join(' ', Said)}"));
        }
    }

    /// <summary>SIGKILL.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        Assert.Equal(128 + 9, process.ExitCode);
        Said.AddRange((await process.StandardOutput.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    public void Dispose()
    {
        if (!process.HasExited) process.Kill();
        process.Dispose();
    }
}
