using Azure;
using Azure.Data.Tables;

namespace FunctionsHost.Tests.Durability;

/// <summary>Side effects as rows of a table that no process of the test can lose.</summary>
sealed class TableEffects(string connectionString)
{
    readonly TableClient table = new TableServiceClient(connectionString).GetTableClient("Effects");

    public Task CreateAsync() => table.CreateAsync();

    /// <summary>False when an attempt before this one got as far as here; the key makes them one effect.</summary>
    public async Task<bool> AddAsync(string key)
    {
        try
        {
            await table.AddEntityAsync(new TableEntity("effects", key));
            return true;
        }
        catch (RequestFailedException e) when (e.Status == 409)
        {
            return false;
        }
    }

    public async Task<IReadOnlyList<string>> KeysAsync()
    {
        var keys = new List<string>();
        await foreach (var row in table.QueryAsync<TableEntity>()) keys.Add(row.RowKey);
        return [.. keys.Order(StringComparer.Ordinal)];
    }
}
