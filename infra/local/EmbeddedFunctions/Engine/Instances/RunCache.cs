namespace EmbeddedFunctions.Engine.Instances;

/// <summary>Keeps the runs that were used last, so that memory does not grow with the number of waiting instances.</summary>
sealed class RunCache(int capacity)
{
    /// <summary>When most instances are at work, looking through them all at every step would cost more than the memory is worth.</summary>
    const int MostTries = 4;

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
            for (var tries = 0; byUse.Count > capacity && tries < MostTries; tries++) DropOrMoveOldest();
        }
    }

    public void Forget(Instance instance)
    {
        lock (gate) Remove(instance);
    }

    /// <summary>One that is at work cannot be dropped, and is not the longest unused one either.</summary>
    void DropOrMoveOldest()
    {
        var oldest = byUse.First!.Value;
        Remove(oldest);
        if (!oldest.TryDropRun()) places[oldest] = byUse.AddLast(oldest);
    }

    void Remove(Instance instance)
    {
        if (places.Remove(instance, out var place)) byUse.Remove(place);
    }
}
