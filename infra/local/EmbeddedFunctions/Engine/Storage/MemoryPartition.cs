using System.Globalization;
using Azure;
using Azure.Data.Tables;

namespace EmbeddedFunctions.Engine.Storage;

/// <summary>One partition in memory: rows in order of their keys, changed by transactions as table storage has them.</summary>
sealed class MemoryPartition
{
    /// <summary>As table storage has it.</summary>
    const int MostRowsOfPage = 1000;

    readonly Lock gate = new();
    readonly Dictionary<string, TableEntity> rows = new(StringComparer.Ordinal);
    readonly SortedSet<string> keys = new(StringComparer.Ordinal);
    long version;

    public TableEntity? Find(string key)
    {
        lock (gate) return rows.TryGetValue(key, out var row) ? Copy(row) : null;
    }

    /// <summary>The continuation is the first key of the next page.</summary>
    public RowPage Page(RowQuery query, string? continuation)
    {
        var size = Math.Min(query.Size ?? MostRowsOfPage, MostRowsOfPage);
        var found = new List<TableEntity>();
        lock (gate)
        {
            foreach (var key in keys.GetViewBetween(continuation ?? query.Keys.From, query.Keys.To))
            {
                if (key == query.Keys.To) break;
                var row = rows[key];
                if (query.OnlyIf is { } column && row.GetBoolean(column) is not true) continue;
                if (found.Count == size) return new(found, key);
                found.Add(Copy(row));
            }
        }

        return new(found, null);
    }

    /// <summary>Changes all rows, or throws and changes none.</summary>
    public ETag Commit(IReadOnlyList<TableTransactionAction> actions)
    {
        lock (gate)
        {
            foreach (var action in actions) Check(action, rows.GetValueOrDefault(action.Entity.RowKey));
            var tag = new ETag($"W/\"{(++version).ToString(CultureInfo.InvariantCulture)}\"");
            foreach (var action in actions) Apply(action, tag);
            return tag;
        }
    }

    static void Check(TableTransactionAction action, TableEntity? present)
    {
        switch (action.ActionType)
        {
            case TableTransactionActionType.Add when present is not null:
                throw new RequestFailedException(409, $"Row {action.Entity.RowKey} exists already.", "EntityAlreadyExists", null);
            case TableTransactionActionType.UpdateMerge or TableTransactionActionType.UpdateReplace or TableTransactionActionType.Delete when present is null:
                throw new RequestFailedException(404, $"There is no row {action.Entity.RowKey}.", "ResourceNotFound", null);
            default:
                if (present is not null && action.ETag != default && action.ETag != ETag.All && action.ETag != present.ETag)
                    throw new RequestFailedException(412, $"Row {action.Entity.RowKey} has changed.", "UpdateConditionNotSatisfied", null);
                break;
        }
    }

    void Apply(TableTransactionAction action, ETag tag)
    {
        var key = action.Entity.RowKey;
        if (action.ActionType == TableTransactionActionType.Delete)
        {
            rows.Remove(key);
            keys.Remove(key);
            return;
        }

        var merges = action.ActionType is TableTransactionActionType.UpdateMerge or TableTransactionActionType.UpsertMerge;
        var row = merges && rows.TryGetValue(key, out var present) ? present : new TableEntity(action.Entity.PartitionKey, key);
        foreach (var (column, value) in (TableEntity)action.Entity)
        {
            if (value is not null && column is not ("PartitionKey" or "RowKey")) row[column] = value;
        }

        row.ETag = tag;
        rows[key] = row;
        keys.Add(key);
    }

    static TableEntity Copy(TableEntity row) => new(row) { ETag = row.ETag };
}
