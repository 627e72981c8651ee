namespace Microsoft.DurableTask.Abstractions;

/// <summary>How versions of orchestrators are ordered.</summary>
public static class TaskOrchestrationVersioningUtils
{
    /// <summary>
    /// Negative, zero or positive as the first version is older, the same or newer. No version is older than any;
    /// dotted numbers compare as numbers, anything else as text without regard to case.
    /// </summary>
    public static int CompareVersions(string sourceVersion, string otherVersion)
    {
        var (noSource, noOther) = (string.IsNullOrWhiteSpace(sourceVersion), string.IsNullOrWhiteSpace(otherVersion));
        if (noSource || noOther) return noOther.CompareTo(noSource);
        return System.Version.TryParse(sourceVersion, out var source) && System.Version.TryParse(otherVersion, out var other)
            ? source.CompareTo(other)
            : string.Compare(sourceVersion, otherVersion, StringComparison.OrdinalIgnoreCase);
    }
}
