using Ilnp.Tests.Storage;

namespace Ilnp.Tests.Repetition;

/// <summary>An Azurite in which nothing is left of the class of tests that had it before.</summary>
public sealed class EmptyAzurite : IAsyncLifetime
{
    readonly AzuriteFixture azurite = new();

    public string ConnectionString => azurite.ConnectionString;

    public async Task InitializeAsync()
    {
        await azurite.InitializeAsync();
        await State(await AllAsync()).ClearAsync();
    }

    /// <summary>Each play clears what it wrote to; what is left now was written unseen, so that nobody compared it.</summary>
    public async Task DisposeAsync()
    {
        var left = await State(await AllAsync()).ReadAsync();
        await azurite.DisposeAsync();
        if (left.Count > 0) throw new InvalidOperationException($"Written unseen: {left[0]}");
    }

    async Task<WrittenTables> AllAsync()
    {
        var all = new WrittenTables();
        await foreach (var table in azurite.Tables.QueryAsync()) all.Add(table.Name);
        return all;
    }

    internal StoredState State(WrittenTables written) => new(azurite.Tables, azurite.Blobs, written);
}
