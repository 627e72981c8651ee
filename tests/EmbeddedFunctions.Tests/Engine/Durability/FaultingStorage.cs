using Azure;
using Azure.Data.Tables;
using EmbeddedFunctions.Engine.Storage;

namespace EmbeddedFunctions.Tests.Engine.Durability;

/// <summary>What happens to one request.</summary>
public enum Mishap
{
    /// <summary>It never reaches storage.</summary>
    LostRequest,

    /// <summary>It happens, and its answer does not come.</summary>
    LostAnswer,

    /// <summary>Storage asks three times for patience.</summary>
    Throttled,

    /// <summary>The process is killed before the request is sent.</summary>
    KilledBefore,

    /// <summary>The process is killed after storage has done it.</summary>
    KilledAfter,
}

/// <summary>Lets everything pass except one request, the <paramref name="at"/>th.</summary>
sealed class FaultingStorage(IHubStorage inner, Mishap mishap, int at) : IHubStorage
{
    readonly TaskCompletionSource killed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    int requests;
    int patience = 3;

    /// <summary>Completes when the process would be gone; from then on no request is answered.</summary>
    public Task Killed => killed.Task;

    public int Requests => Volatile.Read(ref requests);

    public Task CreateAsync(IEnumerable<string> partitions, CancellationToken cancellation) => PassAsync(() => inner.CreateAsync(partitions, cancellation));

    public Task<TableEntity?> FindAsync(string partition, string rowKey, CancellationToken cancellation) => PassAsync(() => inner.FindAsync(partition, rowKey, cancellation));

    public Task<RowPage> PageAsync(RowQuery query, string? continuation, CancellationToken cancellation) => PassAsync(() => inner.PageAsync(query, continuation, cancellation));

    public Task<ETag> CommitAsync(IReadOnlyList<TableTransactionAction> rows) => PassAsync(() => inner.CommitAsync(rows));

    public Task WriteTextAsync(string name, string text, CancellationToken cancellation) => PassAsync(() => inner.WriteTextAsync(name, text, cancellation));

    public Task<string> ReadTextAsync(string name, CancellationToken cancellation) => PassAsync(() => inner.ReadTextAsync(name, cancellation));

    public Task DeleteTextsAsync(string prefix, CancellationToken cancellation) => PassAsync(() => inner.DeleteTextsAsync(prefix, cancellation));

    Task PassAsync(Func<Task> request) => PassAsync(async () =>
    {
        await request();
        return true;
    });

    async Task<T> PassAsync<T>(Func<Task<T>> request)
    {
        if (Killed.IsCompleted) await NeverAsync();
        var number = Interlocked.Increment(ref requests);
        if (mishap == Mishap.Throttled && number >= at && Interlocked.Decrement(ref patience) >= 0) throw new RequestFailedException(503, "Server busy.", "ServerBusy", null);
        if (number != at) return await request();
        if (mishap == Mishap.LostRequest) throw new IOException("The connection was reset before the request was sent.");
        if (mishap == Mishap.KilledBefore) await NeverAsync();
        var answer = await request();
        if (mishap == Mishap.LostAnswer) throw new IOException("The connection was reset before the answer came.");
        if (mishap == Mishap.KilledAfter) await NeverAsync();
        return answer;
    }

    Task NeverAsync()
    {
        killed.TrySetResult();
        return new TaskCompletionSource().Task;
    }
}
