namespace Microsoft.DurableTask;

/// <summary>The version of an orchestrator or activity; two versions that differ only in case are the same.</summary>
public struct TaskVersion : IEquatable<TaskVersion>
{
    /// <summary>No version at all.</summary>
    public static readonly TaskVersion Unversioned;

    /// <summary>Names a version; null and empty mean unversioned.</summary>
    public TaskVersion(string? version) => Version = string.IsNullOrEmpty(version) ? null! : version;

    /// <summary>The version as given, or null when unversioned.</summary>
    public string Version { get; }

    public static implicit operator string(TaskVersion value) => value.Version;

    public static implicit operator TaskVersion(string? value) => new(value);

    public static bool operator ==(TaskVersion a, TaskVersion b) => a.Equals(b);

    public static bool operator !=(TaskVersion a, TaskVersion b) => !a.Equals(b);

    public bool Equals(TaskVersion other) => string.Equals(Version, other.Version, StringComparison.OrdinalIgnoreCase);

    public override bool Equals(object? obj) => obj is TaskVersion other && Equals(other);

    public override int GetHashCode() => Version is null ? 0 : StringComparer.OrdinalIgnoreCase.GetHashCode(Version);
}
