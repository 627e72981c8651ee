using Azure;
using Azure.Data.Tables;

namespace EmbeddedFunctions.Tests.Engine.Durability;

/// <summary>Side effects as rows of a table that no process of the test can lose.</summary>
sealed class TableEffects(string connectionString, string hub)
{
    readonly TableClient table = new TableServiceClient(connectionString).GetTableClient($"{hub}Effects");

    public Task CreateAsync() => table.CreateAsync();

    public async Task AddAsync(string key)
    {
        try
        {
            await table.AddEntityAsync(new TableEntity("effects", key));
        }
        catch (RequestFailedException e) when (e.Status == 409)
        {
            // an attempt before this one got as far as here; the key makes it one effect
        }
    }

    public async Task<IReadOnlyList<string>> KeysAsync()
        => [.. (await table.QueryAsync<TableEntity>().ToListAsync()).Select(row => row.RowKey).Order(StringComparer.Ordinal)];
}
