using Azure;

namespace EmbeddedFunctions.Engine.Storage;

/// <summary>Which failures of storage pass, and how long to wait for it.</summary>
static class StorageTrouble
{
    const int MostAttempts = 8;
    static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    public static bool IsPossible(Exception e) => e is RequestFailedException or IOException or HttpRequestException or OperationCanceledException or AggregateException;

    /// <summary>The request itself is wrong: repeating it cannot help. A failed precondition is judged by reading the lease instead.</summary>
    public static bool IsRefusal(Exception e)
        => e is RequestFailedException { Status: >= 400 and < 500 and not (408 or 409 or 412 or 429) } or RequestFailedException { ErrorCode: "EntityAlreadyExists" };

    /// <summary>Repeats a request that changes nothing, or that may happen twice, until it succeeds; some seconds at most.</summary>
    public static Task<T> SitOutAsync<T>(Func<Task<T>> request) => RepeatAsync(request, MostAttempts);

    /// <inheritdoc cref="SitOutAsync{T}"/>
    public static Task SitOutAsync(Func<Task> request) => RepeatAsync(async () =>
    {
        await request();
        return true;
    }, MostAttempts);

    /// <summary>Repeats work that must be done, and may be done twice, for as long as storage is in trouble.</summary>
    public static Task PersistAsync(Func<Task> work) => RepeatAsync(async () =>
    {
        await work();
        return true;
    }, int.MaxValue);

    static async Task<T> RepeatAsync<T>(Func<Task<T>> request, int attempts)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await request();
            }
            catch (Exception e) when (attempt < attempts && IsPossible(e) && !IsRefusal(e) && e is not OperationCanceledException)
            {
                await BackOffAsync(attempt);
            }
        }
    }

    /// <summary>Real time, doubling from 20 ms, with jitter; storage does not live on a simulated clock.</summary>
    public static Task BackOffAsync(int attempt)
    {
        var pause = Math.Min(20 * Math.Pow(2, attempt - 1), LongestPause.TotalMilliseconds);
#pragma warning disable CA5394 // jitter needs no secrecy
        return Task.Delay(TimeSpan.FromMilliseconds(pause * (0.5 + Random.Shared.NextDouble())));
#pragma warning restore CA5394
    }
}
