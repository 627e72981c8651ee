using Azure;
using Azure.Data.Tables;

namespace EmbeddedFunctions.Engine.Storage;

/// <summary>Row changes of one bucket that happen together or not at all. Each row stands here once.</summary>
sealed class Commit
{
    /// <summary>Longer commits could not share a transaction with the lease's row.</summary>
    public const int MostRows = 99;

    readonly TaskCompletionSource done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly List<TableTransactionAction> rows = [];

    public IReadOnlyList<TableTransactionAction> Rows => rows;

    /// <summary>Completes when it is durable.</summary>
    public Task Done => done.Task;

    /// <summary>An upper bound of its size in a request, in bytes.</summary>
    public long Size { get; private set; }

    /// <summary>A row that must not be there yet.</summary>
    public Commit Add(TableEntity row) => Add(TableTransactionActionType.Add, row);

    public Commit Put(TableEntity row) => Add(TableTransactionActionType.UpsertReplace, row);

    /// <summary>Columns of a row that must be there.</summary>
    public Commit Merge(TableEntity row) => Add(TableTransactionActionType.UpdateMerge, row);

    public Commit Delete(string partition, string rowKey) => Add(TableTransactionActionType.Delete, new(partition, rowKey));

    public void Succeed() => done.TrySetResult();

    public void Fail(Exception reason) => done.TrySetException(reason);

    Commit Add(TableTransactionActionType kind, TableEntity row)
    {
        rows.Add(new(kind, row, ETag.All));
        Size += 1000 + row.Sum(column => column.Value is string text ? 6L * text.Length : 100);
        return this;
    }
}
