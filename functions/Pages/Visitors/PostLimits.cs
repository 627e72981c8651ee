using Microsoft.Extensions.Options;

namespace Ilnp.Pages.Visitors;

/// <summary>Counts posts by source and function, minute by minute. Each process counts its own, which is enough against floods.</summary>
public sealed class PostLimits(IOptions<VisitorOptions> options, TimeProvider time)
{
    readonly Lock gate = new();
    readonly Dictionary<(string Source, string Function), int> counts = [];
    long minute;

    /// <summary>Whether one more is within the limit; it is counted.</summary>
    public bool Allows(string source, string function, bool isService)
    {
        var now = time.GetUtcNow().Ticks / TimeSpan.TicksPerMinute;
        lock (gate)
        {
            if (now != minute) counts.Clear();
            minute = now;
            var count = counts[(source, function)] = counts.GetValueOrDefault((source, function)) + 1;
            return count <= (isService ? options.Value.ServicePostsPerMinute : options.Value.PostsPerMinute);
        }
    }

    /// <summary>Seconds until counting begins anew, at least one.</summary>
    public int SecondsLeft => 60 - time.GetUtcNow().Second;
}
