namespace Ilnp.Matching.Solver;

/// <summary>
/// What may happen next in a search, in order of time. Equal times are taken by kind, then by number: the same input gives the same search.
/// </summary>
enum EventKind
{
    /// <summary>A tight edge reaches a matched vertex outside the tree.</summary>
    Grow = 0,

    /// <summary>The dual of an inner blossom reaches zero.</summary>
    Expand = 1,

    /// <summary>An arc between two outer vertices becomes tight.</summary>
    Shrink = 2,
}

/// <summary>A four-way heap of (time, kind, number) packed in 64 bits; times are not negative and below 2^32, numbers below 2^30.</summary>
sealed class EventQueue
{
    ulong[] _heap = new ulong[1024];

    public int Count { get; private set; }

    public void Clear() => Count = 0;

    public void Add(int time, EventKind kind, int number)
    {
        if (Count == _heap.Length) Array.Resize(ref _heap, 2 * Count);
        var key = ((ulong)(uint)time << 32) | ((ulong)kind << 30) | (uint)number;
        var heap = _heap;
        var place = Count++;
        while (place > 0)
        {
            var above = (place - 1) >> 2;
            if (heap[above] <= key) break;
            heap[place] = heap[above];
            place = above;
        }
        heap[place] = key;
    }

    public (int Time, EventKind Kind, int Number) Take()
    {
        var heap = _heap;
        var first = heap[0];
        var last = heap[--Count];
        Sink(heap, last);
        return ((int)(first >> 32), (EventKind)((first >> 30) & 3), (int)(first & 0x3FFFFFFF));
    }

    void Sink(ulong[] heap, ulong key)
    {
        var place = 0;
        while (true)
        {
            var child = 4 * place + 1;
            if (child >= Count) break;
            var least = child;
            var end = Math.Min(child + 4, Count);
            for (var k = child + 1; k < end; k++)
                if (heap[k] < heap[least]) least = k;
            if (heap[least] >= key) break;
            heap[place] = heap[least];
            place = least;
        }
        heap[place] = key;
    }
}
