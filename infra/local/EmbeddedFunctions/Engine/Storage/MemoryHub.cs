using System.Collections.Concurrent;

namespace EmbeddedFunctions.Engine.Storage;

/// <summary>What a <see cref="MemoryStorage"/> keeps; outlives the engines that use it.</summary>
sealed class MemoryHub
{
    readonly ConcurrentDictionary<string, MemoryPartition> partitions = new(StringComparer.Ordinal);

    public ConcurrentDictionary<string, string> Texts { get; } = new(StringComparer.Ordinal);

    public MemoryPartition Partition(string key) => partitions.GetOrAdd(key, _ => new());
}
