using System.Diagnostics;
using FunctionsHost.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace FunctionsHost.Worker.Published;

/// <summary>
/// The worker of a published app, as a process of its own. On Linux it ends with this process, whichever way this one ends.
/// </summary>
sealed class PublishedWorker : IRunningWorker
{
    readonly WorkerProcess process;
    readonly WorkerChannel channel;
    readonly ForwardingDoor door;
    readonly TimeSpan patience;

    PublishedWorker(WorkerProcess process, WorkerChannel channel, TimeSpan patience) =>
        (this.process, this.channel, this.patience, door) = (process, channel, patience, new(channel));

    public int ProcessId => process.Id;

    public IHttpDoor Door => door;

    public IServiceProvider? Services => null;

    public Task OpenAsync(CancellationToken cancellation) => door.OpenAsync(cancellation);

    /// <exception cref="FunctionsHostStartException">The folder holds no published .NET isolated app.</exception>
    public static PublishedWorker Start(
        FunctionsApp.Published app, IConfiguration settings, Uri endpoint, string workerId, WorkerChannel channel, TimeSpan patience,
        ILogger logger)
    {
        var start = Program(PublishedProgram.In(app.Folder), endpoint, workerId);
        foreach (var (name, value) in settings.AsEnumerable())
        {
            if (value is not null) start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        start.WorkingDirectory = app.Folder;
        start.Environment["FUNCTIONS_APPLICATION_DIRECTORY"] = app.Folder;
        start.Environment["FUNCTIONS_WORKER_RUNTIME"] = PublishedProgram.Language;
        channel.EndsWithItsProcess = true;
        return new(WorkerProcess.Start(start, Say, Ended), channel, patience);

        void Say(string line) => logger.LogInformation("{Line}", line);

        void Ended(int code) => channel.Lose($"The app's worker ended with exit code {code}.");
    }

    /// <summary>With the arguments that the real host gives.</summary>
    static ProcessStartInfo Program(string path, Uri endpoint, string workerId)
    {
        var (request, length) = (Guid.NewGuid().ToString("D"), $"{int.MaxValue}");
        return new("dotnet",
        [
            path,
            "--host", endpoint.Host, "--port", $"{endpoint.Port}", "--workerId", workerId, "--requestId", request,
            "--grpcMaxMessageLength", length,
            "--functions-uri", endpoint.ToString(), "--functions-worker-id", workerId, "--functions-request-id", request,
            "--functions-grpc-max-message-length", length,
        ]);
    }

    /// <summary>Lets the worker end what runs; one that never called, or does not end, is killed.</summary>
    public async ValueTask DisposeAsync()
    {
        channel.Terminate(patience);
        await process.EndAsync(channel.IsConnected ? patience + TimeSpan.FromSeconds(5) : TimeSpan.Zero);
        channel.Lose("The host stops.");
        door.Dispose();
    }
}
