using Microsoft.Extensions.Options;

namespace Ilnp.Intake;

/// <summary>
/// How many messages this process takes in at once. Whoever comes when it is full is asked to come
/// again, instead of waiting until both give up.
/// </summary>
public sealed class WebhookRoom(IOptions<IntakeOptions> options)
{
    /// <summary>Seconds after which there is room again: form services wait for minutes anyway.</summary>
    public const int ComeAgainSeconds = 30;

    int inside;

    /// <summary>Does it if there is room; null when there is none.</summary>
    public async Task<T?> TryAsync<T>(Func<Task<T>> does) where T : class
    {
        try
        {
            return Interlocked.Increment(ref inside) <= options.Value.MostMessagesAtOnce ? await does() : null;
        }
        finally
        {
            Interlocked.Decrement(ref inside);
        }
    }
}
