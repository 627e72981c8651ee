namespace Ilnp.Mail.Senders;

/// <summary>Spaces sends evenly, a few at a time, and stands still for as long as the provider asks.</summary>
sealed class SendPace(int perMinute, int concurrent, TimeProvider time) : IDisposable
{
    readonly TimeSpan interval = TimeSpan.FromMinutes(1) / perMinute;
    readonly SemaphoreSlim places = new(concurrent);
    readonly Lock gate = new();
    DateTimeOffset next = DateTimeOffset.MinValue;

    /// <summary>Waits for a turn; dispose it after the send. Null when the turn is further off than the patience.</summary>
    public async Task<IDisposable?> EnterAsync(TimeSpan patience, CancellationToken cancellation)
    {
        if (Turn(patience) is not { } wait) return null;
        if (wait > TimeSpan.Zero) await Task.Delay(wait, time, cancellation);
        await places.WaitAsync(cancellation);
        return new Place(places);
    }

    /// <summary>No further turn begins before this moment, UTC.</summary>
    public void HoldUntil(DateTimeOffset moment)
    {
        lock (gate) next = next > moment ? next : moment;
    }

    TimeSpan? Turn(TimeSpan patience)
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            var turn = next > now ? next : now;
            if (turn - now > patience) return null;
            next = turn + interval;
            return turn - now;
        }
    }

    public void Dispose() => places.Dispose();

    sealed class Place(SemaphoreSlim places) : IDisposable
    {
        public void Dispose() => places.Release();
    }
}
