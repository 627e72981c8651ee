namespace Ilnp.Mail.Senders;

/// <summary>
/// Spaces sends evenly, a few at a time, and stands still for as long as the provider asks. What is needed to take part goes before news
/// that has waited longer.
/// </summary>
sealed class SendPace(int perMinute, int concurrent, TimeProvider time) : IDisposable
{
    /// <summary>Timers know no shorter one: a turn that is nearer has come.</summary>
    static readonly TimeSpan Finest = TimeSpan.FromMilliseconds(1);

    /// <summary>In place of a number a minute: only what the provider asks for is waited for.</summary>
    public const int Unlimited = 0;

    readonly TimeSpan interval = perMinute == Unlimited ? TimeSpan.Zero : TimeSpan.FromMinutes(1) / perMinute;
    readonly SemaphoreSlim places = new(concurrent);
    readonly Lock gate = new();
    readonly Queue<TaskCompletionSource> needed = new(), others = new();
    readonly CancellationTokenSource over = new();
    DateTimeOffset next = DateTimeOffset.MinValue;
    bool isGivingTurns;

    /// <summary>Waits for a turn; dispose it after the send. Null when the turn is further off than the patience.</summary>
    /// <param name="patience">Counted by who waits now: whoever is needed more may still come between.</param>
    /// <param name="isNeeded">Whether it goes before what is not.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<IDisposable?> EnterAsync(TimeSpan patience, bool isNeeded, CancellationToken cancellation)
    {
        if (Queue(patience, isNeeded) is not { } turn) return null;
        await turn.WaitAsync(cancellation);
        await places.WaitAsync(cancellation);
        return new Place(places);
    }

    /// <summary>No further turn begins before this moment, UTC.</summary>
    public void HoldUntil(DateTimeOffset moment)
    {
        lock (gate) next = next > moment ? next : moment;
    }

    Task? Queue(TimeSpan patience, bool isNeeded)
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            var first = next > now ? next : now;
            if (first + (interval * (needed.Count + (isNeeded ? 0 : others.Count))) - now > patience) return null;
            if (first - now < Finest && needed.Count + others.Count == 0)
            {
                next = first + interval;
                return Task.CompletedTask;
            }

            // Its holder goes on elsewhere than where turns are given.
            var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            (isNeeded ? needed : others).Enqueue(turn);
            if (!isGivingTurns)
            {
                isGivingTurns = true;
                _ = GiveTurnsAsync();
            }

            return turn.Task;
        }
    }

    /// <summary>Until nobody waits, or all is over. A turn whose holder has given up is lost.</summary>
    async Task GiveTurnsAsync()
    {
        var end = over.Token;
        while (UntilNext() is { } wait)
            if (wait > TimeSpan.Zero)
                await Task.Delay(wait, time, end).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Gives a turn that is due. How long to wait for the next one; null when nobody waits.</summary>
    TimeSpan? UntilNext()
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            if (over.IsCancellationRequested || needed.Count + others.Count == 0)
            {
                isGivingTurns = false;
                return null;
            }

            if (next - now >= Finest) return next - now;
            next += interval;
            (needed.Count > 0 ? needed : others).Dequeue().SetResult();
            return TimeSpan.Zero;
        }
    }

    public void Dispose()
    {
        over.Cancel();
        lock (gate)
        {
            foreach (var turn in needed.Concat(others)) turn.TrySetCanceled();
            needed.Clear();
            others.Clear();
        }

        over.Dispose();
        places.Dispose();
    }

    sealed class Place(SemaphoreSlim places) : IDisposable
    {
        public void Dispose() => places.Release();
    }
}
