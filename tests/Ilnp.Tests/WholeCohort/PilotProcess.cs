using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Ilnp.Local.Running;

namespace Ilnp.Tests.WholeCohort;

/// <summary>The command line as a process of its own, so that it can be killed as a user or a power cut would.</summary>
sealed class PilotProcess : IDisposable
{
    readonly Process process;
    readonly StringBuilder said = new();

    PilotProcess(Process process)
    {
        this.process = process;
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public static PilotProcess Start(string folder, int port, params string[] more) => Start(folder, port, null, ["--exit", .. more]);

    /// <summary>One that goes on serving its pages.</summary>
    public static PilotProcess StartStaying(string folder, int port) => Start(folder, port, null, []);

    /// <param name="histories">A folder for the histories of its orchestrations, or null.</param>
    public static PilotProcess Start(string folder, int port, string? histories, string[] more)
    {
        var run = new RunFolder(folder).Prepare();
        if (!File.Exists(run.StateFile("secret"))) LocalSecrets.Keep(run, KnownKeys.Root);
        return Run(
            histories is null ? [] : new() { ["FunctionsHost__RecordHistories"] = histories },
            ["pilot", "--out", folder, "--port", $"{port}", .. more]);
    }

    /// <summary><c>host</c> instead, in real time.</summary>
    public static PilotProcess StartHost(string folder, int port, params string[] more) => StartHostWith([], folder, port, more);

    /// <param name="environment">Variables beside those of the tests.</param>
    public static PilotProcess StartHostWith(Dictionary<string, string> environment, string folder, int port, params string[] more) =>
        Run(environment, ["host", "--data", folder, "--port", $"{port}", .. more]);

    /// <summary>Any command.</summary>
    public static PilotProcess Run(Dictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "ilnp.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return new(Process.Start(start)!);
    }

    /// <summary>The exit code and everything that was written.</summary>
    public async Task<(int Code, string Output)> EndAsync(TimeSpan patience)
    {
        using var limit = new CancellationTokenSource(patience);
        await process.WaitForExitAsync(limit.Token);
        return (process.ExitCode, Said);
    }

    string Said
    {
        get
        {
            lock (said) return said.ToString();
        }
    }

    /// <summary>What was written until this was; the process is still there.</summary>
    public async Task<string> UntilSaidAsync(string text, TimeSpan patience)
    {
        await UntilAsync(() => Said.Contains(text, StringComparison.Ordinal), patience);
        return Said;
    }

    /// <summary>Until something is so; the process is still there.</summary>
    public async Task UntilAsync(Func<bool> isSo, TimeSpan patience)
    {
        using var limit = new CancellationTokenSource(patience);
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(10)); // real time: what another process does
        while (!isSo() && !process.HasExited) await look.WaitForNextTickAsync(limit.Token);
        Assert.False(process.HasExited, Said);
    }

    /// <summary>Ctrl-C.</summary>
    public void Interrupt() => Process.Start("kill", ["-INT", $"{process.Id}"]).WaitForExit();

    /// <summary>SIGKILL now, to others at the same time.</summary>
    public async Task KillWithAsync(params int[] others)
    {
        await Process.Start("kill", ["-9", $"{process.Id}", .. others.Select(other => $"{other}")]).WaitForExitAsync();
        await process.WaitForExitAsync();
    }

    /// <summary>SIGKILL as soon as something is so; it must be before the process ends by itself.</summary>
    public async Task KillWhenAsync(Func<bool> isSo, TimeSpan patience)
    {
        await UntilAsync(isSo, patience);
        process.Kill();
        await process.WaitForExitAsync();
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    void Hear(string? line)
    {
        lock (said) said.AppendLine(line);
    }

    public void Dispose()
    {
        if (!process.HasExited) process.Kill();
        process.Dispose();
    }
}
