using System.Diagnostics;
using System.Text.Json;
using FunctionsHost.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace FunctionsHost.Worker.Published;

/// <summary>The worker of a published app, as a process of its own. It ends with this process, whichever way this one ends.</summary>
sealed class PublishedWorker : IRunningWorker
{
    readonly Process process;
    readonly WorkerChannel channel;
    readonly ForwardingDoor door;
    readonly TimeSpan patience;

    PublishedWorker(Process process, WorkerChannel channel, TimeSpan patience) =>
        (this.process, this.channel, this.patience, door) = (process, channel, patience, new(channel));

    public IHttpDoor Door => door;

    public IServiceProvider? Services => null;

    /// <exception cref="FunctionsHostStartException">The folder holds no published .NET isolated app.</exception>
    public static PublishedWorker Start(
        FunctionsApp.Published app, IConfiguration settings, Uri endpoint, string workerId, WorkerChannel channel, TimeSpan patience, ILogger logger)
    {
        var process = new Process { StartInfo = Program(app.Folder, settings, endpoint, workerId), EnableRaisingEvents = true };
        process.OutputDataReceived += (_, line) => Say(line.Data);
        process.ErrorDataReceived += (_, line) => Say(line.Data);
        process.Exited += (_, _) => channel.Lose($"The app's worker ended with exit code {process.ExitCode}.");
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new(process, channel, patience);

        void Say(string? line)
        {
            if (!string.IsNullOrEmpty(line)) logger.LogInformation("{Line}", line);
        }
    }

    static ProcessStartInfo Program(string folder, IConfiguration settings, Uri endpoint, string workerId)
    {
        var request = Guid.NewGuid().ToString("D");
        string[] worker =
        [
            "dotnet", Path.Combine(folder, Assembly(folder)),
            "--host", endpoint.Host, "--port", $"{endpoint.Port}", "--workerId", workerId, "--requestId", request, "--grpcMaxMessageLength", $"{int.MaxValue}",
            "--functions-uri", endpoint.ToString(), "--functions-worker-id", workerId, "--functions-request-id", request,
            "--functions-grpc-max-message-length", $"{int.MaxValue}",
        ];
        // The kernel ends the worker when this process is killed.
        var tied = OperatingSystem.IsLinux() && File.Exists("/usr/bin/setpriv");
        var start = new ProcessStartInfo(tied ? "/usr/bin/setpriv" : worker[0], tied ? ["--pdeathsig", "KILL", .. worker] : worker[1..])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in settings.AsEnumerable())
        {
            if (value is not null) start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        start.Environment["FUNCTIONS_APPLICATION_DIRECTORY"] = folder;
        start.Environment["FUNCTIONS_WORKER_RUNTIME"] = "dotnet-isolated";
        return start;
    }

    /// <summary>As the worker's own description beside it says.</summary>
    static string Assembly(string folder)
    {
        var description = Path.Combine(folder, "worker.config.json");
        if (!File.Exists(description))
            throw new FunctionsHostStartException($"{folder} holds no published functions app (worker.config.json is missing): make one with \"dotnet publish functions --output FOLDER\".");
        using var json = JsonDocument.Parse(File.ReadAllText(description));
        return json.RootElement.GetProperty("description").GetProperty("defaultWorkerPath").GetString()!;
    }

    public async ValueTask DisposeAsync()
    {
        channel.Terminate(patience);
        using var limit = new CancellationTokenSource(patience + TimeSpan.FromSeconds(5));
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
        }

        channel.Lose("The host stops.");
        door.Dispose();
        process.Dispose();
    }
}
