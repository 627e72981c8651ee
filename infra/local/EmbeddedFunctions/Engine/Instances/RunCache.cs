namespace EmbeddedFunctions.Engine.Instances;

/// <summary>Keeps the runs that were used last, so that memory does not grow with the number of waiting instances.</summary>
sealed class RunCache(int capacity)
{
    readonly Lock gate = new();
    readonly LinkedList<Instance> byUse = new();
    readonly Dictionary<Instance, LinkedListNode<Instance>> places = [];

    /// <summary>Marks the instance's run as just used; the longest unused one is dropped when there are too many.</summary>
    public void Used(Instance instance)
    {
        lock (gate)
        {
            Remove(instance);
            places[instance] = byUse.AddLast(instance);
            for (var node = byUse.First; byUse.Count > capacity && node is not null;)
            {
                var (candidate, next) = (node.Value, node.Next);
                if (candidate.TryDropRun()) Remove(candidate);
                node = next;
            }
        }
    }

    public void Forget(Instance instance)
    {
        lock (gate) Remove(instance);
    }

    void Remove(Instance instance)
    {
        if (places.Remove(instance, out var place)) byUse.Remove(place);
    }
}
