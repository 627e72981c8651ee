using System.CommandLine;
using System.Security.Cryptography;
using FunctionsHost;
using FunctionsHost.Durable.Backup;
using Ilnp.Local.Running;

namespace Ilnp.Local.Backup;

/// <summary><c>backup</c> and <c>restore</c>: all that the app keeps in its storage account, as files and back.</summary>
static class BackupCommand
{
    static readonly Option<DirectoryInfo> Folder = new("--folder") { Description = "Of the backup's files.", Required = true };

    static readonly Option<DirectoryInfo> Data = new("--data")
    {
        Description = "The folder of a host on this machine; not looked at where AzureWebJobsStorage names an account.",
        DefaultValueFactory = _ => new DirectoryInfo("ilnp-data"),
    };

    static readonly Option<double> Held = new("--held-minutes")
    {
        Description = "How long what the app had in hand stays out of reach: the visibility time-outs in host.json.",
        DefaultValueFactory = _ => 5,
    };

    public static Command Backup()
    {
        var command = new Command(
            "backup", "Copies tables, blobs and orchestrations of a storage account into a folder, while the app is stopped.")
        {
            Folder, Data, Held,
        };
        command.SetAction((arguments, cancellation) => OverStorageAsync(
            arguments,
            async storage =>
            {
                var held = TimeSpan.FromMinutes(arguments.GetValue(Held));
                var folder = new BackupFolder(arguments.GetRequiredValue(Folder).FullName);
                var summary = await new AccountBackup(storage, held, TimeProvider.System, Console.WriteLine)
                    .WriteAsync(folder, cancellation);
                Console.WriteLine($"Backed up to {folder.Root}: {summary.Rows} rows, {summary.Blobs} blobs, {summary.Messages} messages.");
                Console.WriteLine("It holds personal data: keep it as you would keep the list of applicants, and not longer.");
                Console.WriteLine(
                    $"The app's own keys are not in it, and links in mails that were sent need them: keep {Keys(arguments)}.");
            },
            cancellation));
        return command;
    }

    public static Command Restore()
    {
        var command = new Command("restore", "Brings a backup into an empty storage account, so that its cohorts go on.") { Folder, Data };
        command.SetAction((arguments, cancellation) => OverStorageAsync(
            arguments,
            async storage =>
            {
                var folder = new BackupFolder(arguments.GetRequiredValue(Folder).FullName);
                var summary = await new AccountRestore(storage, TimeProvider.System, Console.WriteLine).ReadAsync(folder, cancellation);
                Console.WriteLine($"Restored what was there on {summary.At:yyyy-MM-dd HH:mm} UTC.");
                Console.WriteLine(
                    $"Before the app starts, bring back {Keys(arguments)}: with other keys, links in mails that were sent lead nowhere.");
                Console.WriteLine(
                    "What came after that moment is not in it: ask form services to send again, or import their export; "
                        + "what is known stays as it is.");
            },
            cancellation));
        return command;
    }

    /// <summary>Where the keys are that the links are signed with.</summary>
    static string Keys(ParseResult arguments) => LocalRun.Account is null
        ? $"the file {new RunFolder(arguments.GetRequiredValue(Data).FullName).StateFile("secret")}"
        : "the app's settings Approvals__SigningKeys and Intake__IdentityKey";

    static Task<int> OverStorageAsync(ParseResult arguments, Func<string, Task> act, CancellationToken cancellation) => PlainWords.RunAsync(
        async () =>
        {
            ParentWatch.Begin();
            var data = new RunFolder(arguments.GetRequiredValue(Data).FullName, Data.Name).Prepare();
            using var only = await RunLock.TakeAsync(data, cancellation);
            // The app does not run, so no key is used; one that was made here would stand where the right one is to be brought back.
            var secrets = new LocalSecrets(RandomNumberGenerator.GetBytes(32));
            var run = new LocalRun(LocalRun.OwnApp, data, Port: 0, secrets, EngineKind.AzureStorage, TimeProvider.System, IsQuiet: true);
            var storage = await LocalStorage.StartAsync(run, Console.WriteLine, cancellation);
            await using (storage.Ends) await act(storage.ConnectionString);
            return 0;
        },
        cancellation);
}
