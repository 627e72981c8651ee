using System.CommandLine;
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

    public static Command Create()
    {
        var command = new Command("host", "Runs the programme's app in real time on this machine, with a mailbox page instead of mail.") { Data, Port };
        command.SetAction((arguments, cancellation) => PlainWords.RunAsync(
            () => RunAsync(new RunFolder(arguments.GetRequiredValue(Data).FullName), arguments.GetRequiredValue(Port), cancellation),
            cancellation));
        return command;
    }

    static async Task<int> RunAsync(RunFolder folder, int port, CancellationToken cancellation)
    {
        ParentWatch.Begin();
        folder.Prepare();
        using var only = await RunLock.TakeAsync(folder, cancellation);
        await using var app = await LocalApp.StartAsync(folder, port, LocalSecrets.Kept(folder), TimeProvider.System, Console.WriteLine, cancellation);
        Console.WriteLine($"The app is at {app.Address}");
        Console.WriteLine($"Its mail is at {app.Address}mailbox and in {folder.Mail}");
        Console.WriteLine("Ctrl-C ends it; everything is kept for the next start.");
        await UntilCancelled.Async(cancellation);
        return 0;
    }
}
