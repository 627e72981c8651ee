using Azure.Storage.Blobs;

namespace FunctionsHost.Settings;

/// <summary>The storage account of keys and schedules.</summary>
static class HostStorage
{
    /// <summary>A few seconds for a storage account that is coming up; then the start says that there is none.</summary>
    static BlobClientOptions Patience =>
        new() { Retry = { MaxRetries = 4, Delay = TimeSpan.FromMilliseconds(200), MaxDelay = TimeSpan.FromSeconds(2) } };

    /// <summary>Null, with an error added, when the connection string is none.</summary>
    public static BlobServiceClient? Open(HostSettings settings, StartErrors errors)
    {
        try
        {
            return settings.StorageConnection.Length == 0 ? null : new(settings.StorageConnection, Patience);
        }
        catch (Exception e) when (e is FormatException or ArgumentException)
        {
            errors.Add($"The setting {HostSettings.Storage} is no connection string of a storage account: {e.Message}");
            return null;
        }
    }
}
