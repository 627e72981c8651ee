using System.Reflection;

namespace Microsoft.DurableTask;

/// <summary>The orchestrators and activities that the engine may run, by name and version. A name and version can be taken once.</summary>
public sealed partial class DurableTaskRegistry
{
    readonly record struct Key(TaskName Name, TaskVersion Version);

    /// <summary>Whether anything was registered under that name, in whichever version.</summary>
    internal bool HasOrchestrator(TaskName name) => orchestrators.Keys.Any(key => key.Name == name);

    /// <summary>
    /// The factory for that version, or the unversioned one where the name has no versions; null when there is neither. Of a name
    /// with versions, no other is run than the one asked for.
    /// </summary>
    internal Func<IServiceProvider, ITaskOrchestrator>? FindOrchestrator(TaskName name, TaskVersion version) => Find(orchestrators, name, version);

    /// <inheritdoc cref="FindOrchestrator"/>
    internal Func<IServiceProvider, ITaskActivity>? FindActivity(TaskName name, TaskVersion version) => Find(activities, name, version);

    static T? Find<T>(Dictionary<Key, T> from, TaskName name, TaskVersion version)
        where T : class => from.GetValueOrDefault(new(name, version))
            ?? (HasVersions(from, name) ? null : from.GetValueOrDefault(new(name, TaskVersion.Unversioned)));

    static bool HasVersions<T>(Dictionary<Key, T> tasks, TaskName name) => tasks.Keys.Any(key => key.Name == name && key.Version != TaskVersion.Unversioned);

    static void Add<T>(Dictionary<Key, T> to, string kind, TaskName name, TaskVersion version, T factory)
    {
        ArgumentNullException.ThrowIfNull(factory);
        if (string.IsNullOrEmpty(name.Name)) throw new ArgumentException($"The {kind} needs a name.", nameof(name));
        if (!to.TryAdd(new(name, version), factory))
            throw new ArgumentException($"An {kind} named '{name.Name}' is already registered{(version.Version is { } v ? $" in version {v}" : "")}.", nameof(name));
    }

    static void RequireConcrete<T>(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        if (type.IsAbstract || !typeof(T).IsAssignableFrom(type))
            throw new ArgumentException($"{type} must be a concrete class that implements {typeof(T).Name}.", nameof(type));
    }

    static (TaskName Name, TaskVersion Version) IdentityOf(Type type)
    {
        var attribute = type.GetCustomAttribute<DurableTaskAttribute>();
        return (attribute is { Name.Name: not null } ? attribute.Name : new TaskName(type.Name), new TaskVersion(attribute?.Version));
    }
}
