using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using EmbeddedFunctions.Engine;
using EmbeddedFunctions.Engine.Storage;

namespace EmbeddedFunctions.Tests.Engine.Durability;

/// <summary>What the engine relies on; memory must do as an account does.</summary>
public abstract class StorageContractTests
{
    const string Partition = "b000";

    private protected abstract IHubStorage Storage { get; }

    static TableEntity Row(string key, string text = "", bool open = true) => new(Partition, key) { ["Text"] = text, ["Open"] = open };

    static TableTransactionAction Add(string key, string text = "", bool open = true) => new(TableTransactionActionType.Add, Row(key, text, open));

    static TableTransactionAction Merge(string key, string text, ETag expected) => new(TableTransactionActionType.UpdateMerge, new TableEntity(Partition, key) { ["Text"] = text }, expected);

    async Task<IHubStorage> MadeAsync()
    {
        await Storage.CreateAsync([Partition], CancellationToken.None);
        return Storage;
    }

    static async Task<(int Status, string? Code)> RefusalAsync(Func<Task> request)
    {
        var refusal = await Assert.ThrowsAnyAsync<RequestFailedException>(request);
        return (refusal.Status, refusal.ErrorCode);
    }

    [Fact]
    public async Task GivenACommit_WhenOneOfItsRowsIsRefused_ThenNoneIsChanged()
    {
        var storage = await MadeAsync();
        await storage.CommitAsync([Add("a", "old"), Add("b")]);

        Assert.Equal((409, "EntityAlreadyExists"), await RefusalAsync(() => storage.CommitAsync([Merge("a", "new", ETag.All), Add("c"), Add("b")])));
        Assert.Equal(404, (await RefusalAsync(() => storage.CommitAsync([Merge("a", "new", ETag.All), Merge("z", "new", ETag.All)]))).Status);

        Assert.Equal("old", (await storage.FindAsync(Partition, "a", CancellationToken.None))!.GetString("Text"));
        Assert.Null(await storage.FindAsync(Partition, "c", CancellationToken.None));
    }

    [Fact]
    public async Task GivenATag_WhenTheRowHasChangedSince_ThenTheCommitIsRefused()
    {
        var storage = await MadeAsync();
        var first = await storage.CommitAsync([Add("a")]);
        var second = await storage.CommitAsync([Merge("a", "second", first)]);

        Assert.Equal(412, (await RefusalAsync(() => storage.CommitAsync([Merge("a", "third", first), Add("b")]))).Status);

        var row = (await storage.FindAsync(Partition, "a", CancellationToken.None))!;
        Assert.Equal(("second", second), (row.GetString("Text"), row.ETag));
        Assert.Null(await storage.FindAsync(Partition, "b", CancellationToken.None));
    }

    [Fact]
    public async Task GivenARow_WhenMergedReplacedAndDeleted_ThenItsColumnsFollow()
    {
        var storage = await MadeAsync();
        await storage.CommitAsync([Add("a", "text", open: true)]);

        await storage.CommitAsync([Merge("a", "merged", ETag.All)]);
        var merged = (await storage.FindAsync(Partition, "a", CancellationToken.None))!;
        await storage.CommitAsync([new(TableTransactionActionType.UpsertReplace, new TableEntity(Partition, "a") { ["Number"] = 7 })]);
        var replaced = (await storage.FindAsync(Partition, "a", CancellationToken.None))!;
        await storage.CommitAsync([new(TableTransactionActionType.Delete, new TableEntity(Partition, "a"), ETag.All)]);

        Assert.Equal(("merged", true), (merged.GetString("Text"), merged.GetBoolean("Open")));
        Assert.Equal((7, null), (replaced.GetInt32("Number"), replaced.GetString("Text")));
        Assert.Null(await storage.FindAsync(Partition, "a", CancellationToken.None));
    }

    [Fact]
    public async Task GivenManyRows_WhenARangeIsReadInPages_ThenItComesWholeAndInOrder()
    {
        var storage = await MadeAsync();
        foreach (var chunk in Enumerable.Range(0, 150).Chunk(75)) await storage.CommitAsync([.. chunk.Select(i => Add($"k!{i:D3}", open: i % 2 == 0))]);
        await storage.CommitAsync([Add("j!"), Add("l!")]);
        var keys = new List<string>();
        string? continuation = null;
        do
        {
            var page = await storage.PageAsync(new(Partition, new("k!", "l!"), OnlyIf: "Open", Size: 20), continuation, CancellationToken.None);
            Assert.InRange(page.Rows.Count, 0, 20);
            keys.AddRange(page.Rows.Select(row => row.RowKey));
            continuation = page.Continuation;
        }
        while (continuation is not null);

        Assert.Equal(Enumerable.Range(0, 75).Select(i => $"k!{2 * i:D3}"), keys);
    }

    [Fact]
    public async Task GivenTexts_WhenDeletedByPrefix_ThenOnlyThoseGo()
    {
        var storage = await MadeAsync();
        await storage.WriteTextAsync("one/1", "é王", CancellationToken.None);
        await storage.WriteTextAsync("one/2", "2", CancellationToken.None);
        await storage.WriteTextAsync("one more/1", "kept", CancellationToken.None);

        await storage.DeleteTextsAsync("one/", CancellationToken.None);

        Assert.Equal("kept", await storage.ReadTextAsync("one more/1", CancellationToken.None));
        Assert.Equal(404, (await RefusalAsync(() => storage.ReadTextAsync("one/1", CancellationToken.None))).Status);
    }
}

public sealed class MemoryStorageContractTests : StorageContractTests
{
    private protected override IHubStorage Storage { get; } = new MemoryStorage(new(), new());

    [Fact]
    public async Task GivenRowsAboveTheLimitsOfAnAccount_WhenCommitted_ThenTheyAreRefusedAsThere()
    {
        TableTransactionAction Text(int i, int length) => new(TableTransactionActionType.Add, new TableEntity("b000", $"{i:D3}") { ["Text"] = new string('x', length) });

        Assert.Equal("InvalidInput", await CodeAsync(Enumerable.Range(0, 101).Select(i => Text(i, 1))));
        Assert.Equal("InvalidDuplicateRow", await CodeAsync([Text(1, 1), Text(1, 1)]));
        Assert.Equal("PropertyValueTooLarge", await CodeAsync([Text(1, 32_769)]));
        Assert.Equal("RequestBodyTooLarge", await CodeAsync(Enumerable.Range(0, 99).Select(i => Text(i, 30_000))));
    }

    async Task<string?> CodeAsync(IEnumerable<TableTransactionAction> rows)
        => (await Assert.ThrowsAsync<RequestFailedException>(() => Storage.CommitAsync([.. rows]))).ErrorCode;
}

public sealed class AccountStorageContractTests : StorageContractTests, IAsyncLifetime
{
    AccountStorage? storage;

    private protected override IHubStorage Storage => storage!;

    public async Task InitializeAsync()
    {
        var connection = await TestHub.StorageAsync();
        storage = new(new TableServiceClient(connection), new BlobServiceClient(connection), new TestHub().Name, new EngineStatistics());
    }

    public Task DisposeAsync() => Task.CompletedTask;
}
