using FunctionsHost.Settings;
using Microsoft.Extensions.Configuration;

namespace Ilnp.Local.Running;

/// <summary>What the app is told on this machine, by setting.</summary>
static class LocalSettings
{
    /// <summary>On simulated time this machine is a whole crowd.</summary>
    static readonly (string, string)[] Crowd = [("Web:PostsPerMinute", "1000000"), ("Web:ServicePostsPerMinute", "1000000")];

    /// <summary>Warnings only: a whole cohort in a minute would write a line for each of its ten thousand requests.</summary>
    static readonly (string, string)[] Quiet =
        [.. new[] { "Default", "Function", "Host", "Microsoft" }.Select(category => ($"Logging:LogLevel:{category}", "Warning"))];

    /// <summary>A line of the host says that a function failed and why; where in the code is for whoever wants to see the log.</summary>
    static readonly (string, string) WithoutTraces = ("Logging:LogLevel:Microsoft.Azure.Functions.Worker.FunctionsApplication", "None");

    /// <summary>Keys are the folder's, whatever the environment says: links in mails that were sent need them.</summary>
    /// <param name="run">May leave to the environment what it sets.</param>
    /// <param name="address">Where the app is reached.</param>
    /// <param name="storage">Connection string.</param>
    public static IReadOnlyDictionary<string, string?> Of(LocalRun run, Uri address, string storage)
    {
        var given = run.IsReal ? new ConfigurationBuilder().AddEnvironmentVariables().Build() : null;
        return Own(run, address, storage).Where(setting => given?[setting.Name] is null)
            .Concat(run.Secrets.Settings().Select(setting => (Name: setting.Key, setting.Value)))
            .ToDictionary(setting => setting.Name, setting => (string?)setting.Value);
    }

    static (string, string)[] OfRealTime(LocalRun run) =>
        [("Disk:Folder", run.Folder.Root), ("Drive:Kind", "folder"), ("Drive:Folder", Path.Combine(run.Folder.Root, "shared"))];

    static IEnumerable<(string Name, string Value)> Own(LocalRun run, Uri address, string storage) =>
    [
        (HostSettings.Storage, storage),
        (HostSettings.Urls, address.ToString().TrimEnd('/')),
        ("Web:PublicUrl", address.ToString()),
        ("Mail:Sender", "mailbox"),
        ("Mail:MailboxFolder", run.Folder.Mail),
        .. run.IsReal ? OfRealTime(run) : Crowd,
        .. run.IsQuiet ? Quiet : [],
        .. (IEnumerable<(string, string)>)(run.IsQuiet && run.IsReal ? [WithoutTraces] : []),
    ];
}
