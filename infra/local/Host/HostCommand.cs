using System.CommandLine;
using FunctionsHost;
using Ilnp.Local.Running;

namespace Ilnp.Local.Host;

/// <summary><c>host</c>: the app in real time, for daily local use.</summary>
static class HostCommand
{
    static readonly Option<DirectoryInfo> Data = new("--data")
    {
        Description = "Where storage, mail and keys are kept.",
        DefaultValueFactory = _ => new DirectoryInfo("ilnp-data"),
    };

    static readonly Option<int> Port = new("--port") { Description = "The port of pages and webhooks.", DefaultValueFactory = _ => 7071 };

    static readonly Option<DirectoryInfo?> App = new("--app")
    {
        Description = "A folder that \"dotnet publish functions\" made: runs exactly what would be deployed, in a process of its own.",
    };

    public static Command Create()
    {
        var command = new Command("host", "Runs the programme's app in real time on this machine, with a mailbox page instead of mail.") { Data, Port, App };
        command.SetAction((arguments, cancellation) => PlainWords.RunAsync(
            () => RunAsync(
                arguments.GetValue(App) is { } published ? new FunctionsApp.Published(published.FullName) : LocalRun.OwnApp,
                new RunFolder(arguments.GetRequiredValue(Data).FullName), arguments.GetRequiredValue(Port), cancellation),
            cancellation));
        return command;
    }

    static async Task<int> RunAsync(FunctionsApp served, RunFolder folder, int port, CancellationToken cancellation)
    {
        ParentWatch.Begin();
        folder.Prepare();
        using var only = await RunLock.TakeAsync(folder, cancellation);
        var run = new LocalRun(served, folder, port, LocalSecrets.Kept(folder), EngineKind.AzureStorage, TimeProvider.System, IsQuiet: false);
        await using var app = await LocalApp.StartAsync(run, Console.WriteLine, cancellation);
        Console.WriteLine($"The app is at {app.Address}");
        Console.WriteLine($"Its mail is at {run.Mailbox(app.Address)} and in {folder.Mail}; the address opens everybody's, so keep it to yourself");
        Console.WriteLine("Ctrl-C ends it; everything is kept for the next start.");
        var stopped = UntilCancelled.Async(cancellation);
        if (await Task.WhenAny(stopped, app.Lost) == stopped) return 0;
        throw new LocalProblem($"{await app.Lost} Everything is kept; start again to go on.");
    }
}
