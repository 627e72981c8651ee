namespace FunctionsHost.Azurite;

/// <summary>A few restarts help, more hide what is wrong.</summary>
sealed class Restarts(TimeProvider time)
{
    public const int Most = 5;

    public static readonly TimeSpan Span = TimeSpan.FromMinutes(10);

    readonly Queue<DateTimeOffset> made = new();

    /// <summary>Within the span.</summary>
    public int Count => made.Count;

    /// <summary>False when there were as many as may be.</summary>
    public bool TryOneMore()
    {
        var now = time.GetUtcNow();
        while (made.TryPeek(out var oldest) && now - oldest >= Span) made.Dequeue();
        if (made.Count == Most) return false;
        made.Enqueue(now);
        return true;
    }
}
