using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Azure.Data.Tables;
using Azure.Storage.Blobs;

namespace Ilnp.Tests.Repetition;

/// <summary>What is in a storage account that was empty before processes wrote to it, to compare and to clear.</summary>
sealed partial class StoredState(TableServiceClient tables, BlobServiceClient blobs, WrittenTables written)
{
    /// <summary>Of the ledger: they say which attempt did it, not what became of it.</summary>
    static readonly string[] OfAttempts = ["claimedBy", "attempts", "reason", "providerId", "sender", "sentAt"];

    /// <summary>A line for each row and each blob, in order.</summary>
    public async Task<IReadOnlyList<string>> ReadAsync()
    {
        var lines = new List<string>();
        foreach (var table in written.Names)
        {
            await foreach (var row in tables.GetTableClient(table).QueryAsync<TableEntity>())
                lines.Add($"{table} {row.PartitionKey} {row.RowKey} {Content(table, row.GetString("Json"))}");
        }

        await foreach (var container in blobs.GetBlobContainersAsync())
        {
            await foreach (var blob in blobs.GetBlobContainerClient(container.Name).GetBlobsAsync())
                lines.Add($"{container.Name} {blob.Name} {Convert.ToHexString(blob.Properties.ContentHash)}");
        }

        return [.. lines.Select(line => RandomId().Replace(line, "nobody")).Order(StringComparer.Ordinal)];
    }

    /// <summary>Of what is counted as nobody's.</summary>
    [GeneratedRegex(@"\b[0-9a-f]{32}\b")]
    private static partial Regex RandomId();

    static string Content(string table, string json)
    {
        if (table != "Mails") return json;
        var entry = JsonNode.Parse(json)!.AsObject();
        foreach (var name in OfAttempts) entry.Remove(name);
        return entry.ToJsonString();
    }

    /// <summary>Deletes all rows and blobs; tables and containers stay.</summary>
    public async Task ClearAsync()
    {
        foreach (var table in written.Names)
        {
            var client = tables.GetTableClient(table);
            var rows = new List<TableEntity>();
            await foreach (var row in client.QueryAsync<TableEntity>(select: ["PartitionKey", "RowKey"])) rows.Add(row);
            foreach (var partition in rows.GroupBy(row => row.PartitionKey))
                foreach (var chunk in partition.Chunk(100))
                    await client.SubmitTransactionAsync(
                        chunk.Select(row => new TableTransactionAction(TableTransactionActionType.Delete, row)));
        }

        await foreach (var container in blobs.GetBlobContainersAsync())
        {
            var client = blobs.GetBlobContainerClient(container.Name);
            await foreach (var blob in client.GetBlobsAsync()) await client.DeleteBlobAsync(blob.Name);
        }
    }
}
