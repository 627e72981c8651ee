using Azure;
using Azure.Data.Tables;

namespace EmbeddedFunctions.Engine.Storage;

/// <summary>What table storage refuses, so that memory refuses it, too.</summary>
static class TableLimits
{
    const int MostRows = 100;
    const int LongestText = 32 * 1024;
    const int LongestKey = 512;
    const int LargestRow = 1024 * 1024;
    const int LargestTransaction = 4 * 1024 * 1024;

    /// <exception cref="RequestFailedException">400 or 413, as storage answers.</exception>
    public static void Check(IReadOnlyList<TableTransactionAction> rows)
    {
        if (rows.Count > MostRows) throw Refusal(400, "InvalidInput", $"A transaction has at most {MostRows} rows; this one has {rows.Count}.");
        if (rows.Count > 1 && rows.DistinctBy(row => row.Entity.RowKey).Count() < rows.Count) throw Refusal(400, "InvalidDuplicateRow", "A row stands in the transaction twice.");
        if (rows.Sum(row => Size((TableEntity)row.Entity)) > LargestTransaction) throw Refusal(413, "RequestBodyTooLarge", "The transaction is too large.");
    }

    static int Size(TableEntity row)
    {
        if (row.RowKey.Length > LongestKey) throw Refusal(400, "KeyValueTooLarge", $"The key {row.RowKey} is too long.");
        var size = 0;
        foreach (var (column, value) in row)
        {
            if (value is string { Length: > LongestText }) throw Refusal(400, "PropertyValueTooLarge", $"The text in {column} is too long.");
            size += 2 * (column.Length + ((value as string)?.Length ?? 4));
        }

        return size <= LargestRow ? size : throw Refusal(400, "EntityTooLarge", $"Row {row.RowKey} is too large.");
    }

    static RequestFailedException Refusal(int status, string code, string message) => new(status, message, code, null);
}
