namespace Ilnp.Local.Running;

/// <summary>Waiting for Ctrl-C.</summary>
static class UntilCancelled
{
    /// <summary>Completes when cancelled, without an error.</summary>
    public static async Task Async(CancellationToken cancellation)
    {
        var cancelled = new TaskCompletionSource();
        await using var registration = cancellation.Register(cancelled.SetResult);
        await cancelled.Task;
    }
}
