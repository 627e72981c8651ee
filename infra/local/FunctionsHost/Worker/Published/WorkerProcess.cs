using System.ComponentModel;
using System.Diagnostics;

namespace FunctionsHost.Worker.Published;

/// <summary>
/// A child process that is told of, and tied to this one. The kernel ties it to the thread that starts it, so that thread
/// stays for as long as the process lives.
/// </summary>
sealed class WorkerProcess
{
    /// <summary>A session of its own spares it our Ctrl-C, after which it is ended in good order; the other kills it when we are.</summary>
    static readonly string[] Ties = ["/usr/bin/setsid", "/usr/bin/setpriv"];

    readonly TaskCompletionSource<int> started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly Process process;

    WorkerProcess(Process process) => this.process = process;

    public int Id => started.Task.Result;

    /// <param name="start">What is run.</param>
    /// <param name="line">Told of each line that it writes.</param>
    /// <param name="exit">Told of its exit code, after the last line.</param>
    /// <exception cref="FunctionsHostStartException">The program is missing.</exception>
    public static WorkerProcess Start(ProcessStartInfo start, Action<string> line, Action<int> exit)
    {
        Tie(start);
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, said) => Tell(said.Data);
        process.ErrorDataReceived += (_, said) => Tell(said.Data);
        var running = new WorkerProcess(process);
        new Thread(() => running.Keep(exit)) { IsBackground = true, Name = "worker process" }.Start();
        try
        {
            running.started.Task.GetAwaiter().GetResult();
        }
        catch (Win32Exception e)
        {
            throw new FunctionsHostStartException($"The app's worker cannot be started: {e.Message}", e);
        }

        return running;

        void Tell(string? said)
        {
            if (!string.IsNullOrEmpty(said)) line(said);
        }
    }

    static void Tie(ProcessStartInfo start)
    {
        if (!OperatingSystem.IsLinux() || !Ties.All(File.Exists)) return;
        foreach (var argument in new[] { start.FileName, "KILL", "--pdeathsig", Ties[1] }) start.ArgumentList.Insert(0, argument);
        start.FileName = Ties[0];
    }

    void Keep(Action<int> exit)
    {
        try
        {
            process.Start();
        }
        catch (Win32Exception e)
        {
            started.SetException(e);
            return;
        }

        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        started.SetResult(process.Id);
        process.WaitForExit();
        exit(process.ExitCode);
        ended.SetResult();
    }

    /// <summary>Waits until it has ended, and kills it when it takes longer.</summary>
    public async Task EndAsync(TimeSpan patience)
    {
        if (await Task.WhenAny(ended.Task, Task.Delay(patience)) != ended.Task) // real time: another process
            process.Kill(entireProcessTree: true);
        await ended.Task;
        process.Dispose();
    }
}
