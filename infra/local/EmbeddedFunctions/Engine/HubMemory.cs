using System.Collections.Concurrent;
using EmbeddedFunctions.Engine.Storage;

namespace EmbeddedFunctions.Engine;

/// <summary>
/// Task hubs that live in this process's memory instead of a storage account, with the same guarantees for as long as the
/// process lives: for tests and trials. Engines that are given the same memory find there what others have left.
/// </summary>
public sealed class HubMemory
{
    readonly ConcurrentDictionary<string, MemoryHub> hubs = new(StringComparer.OrdinalIgnoreCase);

    internal MemoryHub Hub(string name) => hubs.GetOrAdd(name, _ => new());
}
