using System.CommandLine;
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
        Description = "How long what a killed app was doing stays out of reach: the visibility time-outs in host.json.",
        DefaultValueFactory = _ => 5,
    };

    public static Command Backup()
    {
        var command = new Command("backup", "Copies tables, blobs and orchestrations of a storage account into a folder, while the app is stopped.") { Folder, Data, Held };
        command.SetAction((arguments, cancellation) => OverStorageAsync(
            arguments,
            async storage =>
            {
                var held = TimeSpan.FromMinutes(arguments.GetValue(Held));
                var folder = new BackupFolder(arguments.GetRequiredValue(Folder).FullName);
                var summary = await new AccountBackup(storage, held, TimeProvider.System, Console.WriteLine).WriteAsync(folder, cancellation);
                Console.WriteLine($"Backed up to {folder.Root}: {summary.Rows} rows, {summary.Blobs} blobs, {summary.Messages} messages.");
                Console.WriteLine("It holds personal data: keep it as you would keep the list of applicants, and not longer.");
                Console.WriteLine("The app's own keys are not in it. Links in mails that were sent need them: keep them with the settings, or with the host's data folder.");
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
                var summary = await new AccountRestore(storage, Console.WriteLine).ReadAsync(folder, cancellation);
                Console.WriteLine($"Restored what was there on {summary.At:yyyy-MM-dd HH:mm} UTC. Start the app with the keys that it had then.");
                Console.WriteLine("What came after that moment is not in it: ask form services to send again, or import their export; what is known stays as it is.");
            },
            cancellation));
        return command;
    }

    static Task<int> OverStorageAsync(ParseResult arguments, Func<string, Task> act, CancellationToken cancellation) => PlainWords.RunAsync(
        async () =>
        {
            ParentWatch.Begin();
            var data = new RunFolder(arguments.GetRequiredValue(Data).FullName, Data.Name).Prepare();
            using var only = await RunLock.TakeAsync(data, cancellation);
            var run = new LocalRun(LocalRun.OwnApp, data, Port: 0, LocalSecrets.Kept(data), EngineKind.AzureStorage, TimeProvider.System, IsQuiet: true);
            var storage = await LocalStorage.StartAsync(run, Console.WriteLine, cancellation);
            await using (storage.Ends) await act(storage.ConnectionString);
            return 0;
        },
        cancellation);
}
