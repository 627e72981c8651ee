using Microsoft.Extensions.Configuration;

namespace FunctionsHost.Settings;

/// <summary>
/// What whoever runs the host may set, beside the app's own settings: in <c>local.settings.json</c>, the environment
/// (<c>FunctionsHost__Urls</c>), the command line (<c>--FunctionsHost:Urls=...</c>) or the builder's configuration.
/// </summary>
public sealed class HostSettings
{
    /// <summary>Connection string of the storage account that holds orchestrations, schedules and keys.</summary>
    public const string Storage = "AzureWebJobsStorage";

    /// <summary>Addresses to listen on, separated by semicolons; port 0 takes a free one.</summary>
    public const string Urls = "FunctionsHost:Urls";

    /// <summary>
    /// Names under which the host is reached beside those of this machine, separated by semicolons, as behind a proxy. A request
    /// for any other name is refused: a page from elsewhere could have its own name lead here.
    /// </summary>
    public const string Hosts = "FunctionsHost:Hosts";

    /// <summary>Path of <c>host.json</c>; otherwise it stands beside the app's assembly.</summary>
    public const string HostJson = "FunctionsHost:HostJson";

    /// <summary>
    /// Parent of the keys <c>Master</c>, <c>Default</c>, <c>DurableTask</c> and <c>Functions:{name}</c>; those that
    /// are not given are made and kept in storage.
    /// </summary>
    public const string Keys = "FunctionsHost:Keys";

    /// <summary>How long a starting host waits for the app's worker, in seconds.</summary>
    public const string StartSeconds = "FunctionsHost:StartSeconds";

    /// <summary>How long a stopping host waits for what is running, in seconds.</summary>
    public const string ShutdownSeconds = "FunctionsHost:ShutdownSeconds";

    /// <summary>A folder to which every orchestration's history is written when it ends, to be replayed against later code.</summary>
    public const string RecordHistories = "FunctionsHost:RecordHistories";

    /// <summary>The real host's setting for the largest request body, in bytes.</summary>
    const string BodyLimit = "FUNCTIONS_REQUEST_BODY_SIZE_LIMIT";

    const string DefaultUrls = "http://localhost:7071";

    HostSettings(IReadOnlyList<string> listenOn, string? hostJsonPath, string storageConnection) =>
        (ListenOn, HostJsonPath, StorageConnection) = (listenOn, hostJsonPath, storageConnection);

    internal IReadOnlyList<string> ListenOn { get; }

    /// <summary>
    /// Names, without a port, that requests may be for; null for any, as when it listens on all addresses and no name is set.
    /// </summary>
    internal IReadOnlySet<string>? ServedHosts { get; private init; }

    internal string? HostJsonPath { get; }

    /// <summary>A connection string, with the shorthand for Azurite resolved by the storage clients.</summary>
    internal string StorageConnection { get; }

    internal TimeSpan StartLimit { get; private init; }

    internal TimeSpan ShutdownLimit { get; private init; }

    /// <summary>Bytes of a request's body; 100 MB unless set, as in the real host.</summary>
    internal long LargestBody { get; private init; }

    /// <summary>Null records nothing.</summary>
    internal string? HistoriesFolder { get; private init; }

    internal static HostSettings Read(IConfiguration configuration, StartErrors errors)
    {
        var storage = configuration[Storage];
        if (string.IsNullOrWhiteSpace(storage))
            errors.Add(
                $"The setting {Storage} is missing: give the connection string of a storage account, or "
                    + "UseDevelopmentStorage=true for a running Azurite.");
        var urls = ReadUrls(configuration, errors);
        return new(urls, configuration[HostJson], storage ?? "")
        {
            ServedHosts = ReadHosts(urls, configuration[Hosts]),
            StartLimit = ReadSeconds(configuration, StartSeconds, 60, errors),
            ShutdownLimit = ReadSeconds(configuration, ShutdownSeconds, 30, errors),
            HistoriesFolder = configuration[RecordHistories],
            LargestBody = ReadLargestBody(configuration, errors),
        };
    }

    static long ReadLargestBody(IConfiguration configuration, StartErrors errors)
    {
        if (configuration[BodyLimit] is not { } text) return 104_857_600;
        if (long.TryParse(text, out var bytes) && bytes > 0) return bytes;
        errors.Add($"The setting {BodyLimit} is '{text}', which is no number of bytes.");
        return 0;
    }

    static string[] ReadUrls(IConfiguration configuration, StartErrors errors)
    {
        var urls = (configuration[Urls] ?? DefaultUrls).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        foreach (var url in urls)
        {
            if (!Uri.TryCreate(url, UriKind.Absolute, out var parsed) || parsed.Scheme != Uri.UriSchemeHttp)
                errors.Add($"The setting {Urls} holds '{url}', which is no address such as {DefaultUrls}.");
        }

        return [.. urls.Select(url => url.Replace("//localhost:0", "//127.0.0.1:0", StringComparison.OrdinalIgnoreCase))];
    }

    static HashSet<string>? ReadHosts(string[] urls, string? set)
    {
        var listened = urls.Select(url => Uri.TryCreate(url, UriKind.Absolute, out var parsed) ? parsed.Host : "*").ToList();
        if (set is null && listened.Any(host => host is "*" or "+" or "0.0.0.0" or "[::]")) return null;
        return new(
            ["localhost", "127.0.0.1", "[::1]", .. listened, .. (set ?? "").Split(';', StringSplitOptions.TrimEntries)],
            StringComparer.OrdinalIgnoreCase);
    }

    static TimeSpan ReadSeconds(IConfiguration configuration, string name, int otherwise, StartErrors errors)
    {
        if (configuration[name] is not { } text) return TimeSpan.FromSeconds(otherwise);
        if (int.TryParse(text, out var seconds) && seconds >= 0) return TimeSpan.FromSeconds(seconds);
        errors.Add($"The setting {name} is '{text}', which is no number of seconds.");
        return TimeSpan.Zero;
    }
}
