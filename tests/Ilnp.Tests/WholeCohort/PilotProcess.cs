using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

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

    public static PilotProcess Start(string folder, int port, params string[] more)
    {
        string[] arguments = [Path.Combine(AppContext.BaseDirectory, "ilnp.dll"), "pilot", "--exit", "--out", folder, "--port", $"{port}", .. more];
        return new(Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!);
    }

    /// <summary>The exit code and everything that was written.</summary>
    public async Task<(int Code, string Output)> EndAsync(TimeSpan patience)
    {
        using var limit = new CancellationTokenSource(patience);
        await process.WaitForExitAsync(limit.Token);
        lock (said) return (process.ExitCode, said.ToString());
    }

    /// <summary>SIGKILL after a time; true when the process was still running then.</summary>
    public async Task<bool> KillAfterAsync(TimeSpan time)
    {
        using var limit = new CancellationTokenSource(time);
        try
        {
            await process.WaitForExitAsync(limit.Token);
            return false;
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
            return true;
        }
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
