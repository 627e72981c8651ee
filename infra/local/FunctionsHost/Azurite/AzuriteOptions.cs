namespace FunctionsHost.Azurite;

/// <summary>Where Azurite keeps its data and which of its two modes it runs in.</summary>
/// <param name="DataFolder">Kept between runs; null keeps everything in memory.</param>
/// <param name="PackageFolder">Holds <c>package-lock.json</c>; Azurite is installed there on first use.</param>
public sealed record AzuriteOptions(string? DataFolder, string PackageFolder)
{
    /// <summary>
    /// Whether every change is in a file before it is acknowledged, so that a killed Azurite loses none; it costs time. Otherwise it saves
    /// every few seconds. A power cut may still lose the last moments.
    /// </summary>
    public bool KeepsEveryChange { get; init; }
}
