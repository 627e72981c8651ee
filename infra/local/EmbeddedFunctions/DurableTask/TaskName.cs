namespace Microsoft.DurableTask;

/// <summary>The name of an orchestrator or activity. Two names that differ only in case are the same name.</summary>
public struct TaskName : IEquatable<TaskName>
{
    /// <summary>Names a task; null gives the nameless default value.</summary>
    public TaskName(string name)
    {
        Name = name;
#pragma warning disable CS0618 // the obsolete property still has to have its value
        Version = name is null ? null! : string.Empty;
#pragma warning restore CS0618
    }

    /// <summary>The name itself, in the case in which it was given.</summary>
    public string Name { get; }

    /// <summary>Always empty; versions are told by <see cref="TaskVersion"/>.</summary>
    [Obsolete("Refer to TaskVersion instead.")]
    public string Version { get; }

    public static implicit operator string(TaskName value) => value.Name;

    public static implicit operator TaskName(string value) => string.IsNullOrEmpty(value) ? default : new(value);

    public static bool operator ==(TaskName a, TaskName b) => a.Equals(b);

    public static bool operator !=(TaskName a, TaskName b) => !a.Equals(b);

    public bool Equals(TaskName other) => string.Equals(Name, other.Name, StringComparison.OrdinalIgnoreCase);

    public override bool Equals(object? obj) => obj is TaskName other && Equals(other);

    public override int GetHashCode() => Name is null ? 0 : StringComparer.OrdinalIgnoreCase.GetHashCode(Name);

    public override string ToString() => Name ?? string.Empty;
}
