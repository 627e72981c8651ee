using System.CommandLine;
using FunctionsHost;
using Ilnp.Local.Running;

namespace Ilnp.Local.Host;

/// <summary><c>host</c>: the app in real time, for daily local use.</summary>
static class HostCommand
{
    /// <summary>Bytes that some days of a cohort may take.</summary>
    const long ForDays = 8 << 20;

    static readonly Option<DirectoryInfo> Data = new("--data")
    {
        Description = "Where storage, mail and keys are kept.",
        DefaultValueFactory = _ => new DirectoryInfo("ilnp-data"),
    };

    static readonly Option<int> Port = new("--port") { Description = "The port of pages and webhooks.", DefaultValueFactory = _ => 7071 };

    static readonly Option<FileInfo?> Cohort = new("--cohort")
    {
        Description = "A settings file: starts its cohort, unless it was started before.",
    };

    static readonly Option<bool> Passed = new("--passed") { Description = "Starts the cohort also when days in its settings are over." };

    static readonly Option<bool> Log = new("--log") { Description = "Shows what the app does, line by line; otherwise warnings only." };

    static readonly Option<DirectoryInfo?> App = new("--app")
    {
        Description = "A folder that \"dotnet publish functions\" made: runs exactly what would be deployed, in a process of its own.",
    };

    public static Command Create()
    {
        var command = new Command("host", "Runs the programme's app in real time on this machine, with a mailbox page instead of mail.")
        {
            Data, Port, Cohort, Passed, Log, App,
        };
        command.SetAction((arguments, cancellation) => PlainWords.RunAsync(
            () => RunAsync(
                arguments.GetValue(App) is { } published ? new FunctionsApp.Published(published.FullName) : LocalRun.OwnApp,
                new RunFolder(arguments.GetRequiredValue(Data).FullName, Data.Name), arguments.GetRequiredValue(Port),
                CohortToStart.Read(arguments.GetValue(Cohort), arguments.GetValue(Passed)), arguments.GetValue(Log), cancellation),
            cancellation));
        return command;
    }

    static Task<int> RunAsync(
        FunctionsApp served, RunFolder folder, int port, CohortToStart? cohort, bool log, CancellationToken cancellation)
    {
        ParentWatch.Begin();
        var room = new Room(folder, ForDays);
        return room.WhileThereIsAsync(() => RunAsync(served, folder, room, port, cohort, log, cancellation));
    }

    static async Task<int> RunAsync(
        FunctionsApp served, RunFolder folder, Room room, int port, CohortToStart? cohort, bool log, CancellationToken cancellation)
    {
        folder.Prepare();
        room.Require();
        using var only = await RunLock.TakeAsync(folder, cancellation);
        var run = new LocalRun(
            served, folder, port, LocalSecrets.Kept(folder), EngineKind.AzureStorage, TimeProvider.System, IsQuiet: !log);
        await using var app = await LocalApp.StartAsync(run, Console.WriteLine, cancellation);
        if (cohort is not null) await cohort.StartAsync(app, run, cancellation);
        await Welcome.WriteAsync(app, run, cancellation);
        var stopped = UntilCancelled.Async(cancellation);
        using var over = new CancellationTokenSource();
        var ended = EndOfTheRun.Async(app, room, "Everything is kept; start again to go on.", over.Token);
        var first = await Task.WhenAny(stopped, ended);
        await over.CancelAsync();
        return first == stopped ? 0 : throw await ended;
    }
}
