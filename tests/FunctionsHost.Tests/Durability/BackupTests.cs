using System.Text.RegularExpressions;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using FunctionsHost.Durable.Backup;
using FunctionsHost.Tests.Conformance;
using FunctionsHost.Tests.Conformance.Functions;
using Xunit.Abstractions;

namespace FunctionsHost.Tests.Durability;

/// <summary>An account that is copied into an empty one in the midst of work, and goes on there.</summary>
[Collection(nameof(KilledProcesses))]
public sealed partial class BackupTests(ITestOutputHelper output) : IDisposable
{
    /// <summary>As the killed process's host.json has it, and a second.</summary>
    static readonly TimeSpan Held = TimeSpan.FromSeconds(6);

    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("ilnp-backup-");

    BackupFolder Files => new(Path.Combine(folder.FullName, "files"));

    public void Dispose() => folder.Delete(recursive: true);

    [Fact(Timeout = 540_000)]
    public async Task GivenAProcessKilledAtWork_WhenItsAccountIsBroughtIntoAnEmptyOne_ThenTheWorkGoesOnThereAndNothingIsLostOrDoubled()
    {
        const int instances = 8;
        await using var first = await StorageFixture.StartAsync();
        await using var second = await StorageFixture.StartAsync();
        await new TableEffects(first.ConnectionString).CreateAsync();
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        using (var killed = WorkingProcess.Start(first.ConnectionString, instances))
        {
            await killed.SaysAsync("EFFECT", new Random(seed).Next(3, 40));
            await killed.KillAsync();
        }

        var summary = await Backup(first.ConnectionString).WriteAsync(Files, default);
        output.WriteLine($"{summary}");
        await Restore(second.ConnectionString).ReadAsync(Files, default);
        using var last = WorkingProcess.Start(second.ConnectionString, instances);
        await last.SaysAsync("DONE");

        Assert.DoesNotContain(last.Said, line => line.StartsWith("WRONG", StringComparison.Ordinal));
        Assert.Equal(
            MixedWorkload.Effects(instances).Order(StringComparer.Ordinal), await new TableEffects(second.ConnectionString).KeysAsync());
    }

    [Fact(Timeout = 180_000)]
    public async Task GivenAnAppThatEndedInGoodOrder_WhenBackedUpAndRestored_ThenTimersGoOffAndEventsAreHeard()
    {
        await using var first = await StorageFixture.StartAsync();
        await using var second = await StorageFixture.StartAsync();
        string timer, word;
        await using (var host = await HostAsync(first.ConnectionString))
        {
            timer = await host.Orchestrations.ScheduleNewOrchestrationInstanceAsync(nameof(Waits.ForAWordAtMost), 5.0);
            word = await host.Orchestrations.ScheduleNewOrchestrationInstanceAsync(nameof(Waits.ForAWord));
            await host.Orchestrations.WaitForInstanceStartAsync(timer);
            await host.Orchestrations.WaitForInstanceStartAsync(word);
        }

        var said = new List<string>();
        await new AccountBackup(first.ConnectionString, Held, TimeProvider.System, said.Add).WriteAsync(Files, default);
        Assert.DoesNotContain(said, line => line.Contains("seems to run", StringComparison.Ordinal));
        await Restore(second.ConnectionString).ReadAsync(Files, default);

        await using var again = await HostAsync(second.ConnectionString);
        await again.Orchestrations.RaiseEventAsync(word, "Word", "still here");
        Assert.Equal("still here", (await EndAsync(again, word)).ReadOutputAs<string>());
        Assert.Equal("nothing", (await EndAsync(again, timer)).ReadOutputAs<string>());
    }

    /// <summary>The engine writes a history first, and then the instance's state.</summary>
    [Theory(Timeout = 180_000)]
    [InlineData("Pending", null)]
    [InlineData("Running", "the-execution-before")]
    [InlineData("Completed", "the-execution-before")]
    public async Task GivenAStateThatIsOneStepBehindItsHistory_WhenBackedUpAndRestored_ThenTheOrchestrationGoesOn(
        string status, string? execution)
    {
        await using var first = await StorageFixture.StartAsync();
        await using var second = await StorageFixture.StartAsync();
        string timer;
        await using (var host = await HostAsync(first.ConnectionString))
        {
            timer = await host.Orchestrations.ScheduleNewOrchestrationInstanceAsync(nameof(Waits.ForAWordAtMost), 5.0);
            await host.Orchestrations.WaitForInstanceStartAsync(timer);
        }

        var instances = new TableServiceClient(first.ConnectionString).GetTableClient("TestsInstances");
        var behind = new TableEntity(timer, "") { ["RuntimeStatus"] = status };
        if (execution is not null) behind["ExecutionId"] = execution;
        await instances.UpdateEntityAsync(behind, Azure.ETag.All, TableUpdateMode.Merge);
        await new AccountBackup(first.ConnectionString, Held, TimeProvider.System, output.WriteLine).WriteAsync(Files, default);
        await Restore(second.ConnectionString).ReadAsync(Files, default);

        await using var again = await HostAsync(second.ConnectionString);
        using var limit = new CancellationTokenSource(Stage.Patience);
        while ((await again.Orchestrations.GetInstanceAsync(timer, getInputsAndOutputs: true, limit.Token))
            ?.SerializedOutput != "\"nothing\"")
            await Task.Delay(100, limit.Token); // the engine runs in real time
    }

    [Fact]
    public async Task GivenRowsOfEveryKindAndBlobs_WhenBackedUpAndRestoredTwice_ThenTheyAreTheSame()
    {
        await using var first = await StorageFixture.StartAsync();
        await using var second = await StorageFixture.StartAsync();
        var row = new TableEntity("päße", "row")
        {
            ["text"] = "line\nالسلام",
            ["empty"] = "",
            ["yes"] = true,
            ["no"] = false,
            ["int"] = -3,
            ["long"] = long.MaxValue,
            ["double"] = 0.1,
            ["when"] = new DateTimeOffset(2020, 3, 4, 5, 6, 7, 890, TimeSpan.Zero),
            ["id"] = Guid.Empty,
            ["bytes"] = new byte[] { 0, 255 },
        };
        await using (await HostAsync(first.ConnectionString)) await Table(first.ConnectionString).CreateAsync();
        await Table(first.ConnectionString).AddEntityAsync(row);
        for (var i = 0; i < 230; i++)
            await Table(first.ConnectionString).AddEntityAsync(new TableEntity("many", $"{i:d4}") { ["long"] = new string('x', 30_000) });
        var blobs = new BlobServiceClient(first.ConnectionString).GetBlobContainerClient("things");
        await blobs.CreateAsync();
        await blobs.GetBlobClient("a folder/ü.txt").UploadAsync(
            BinaryData.FromString("content"),
            new Azure.Storage.Blobs.Models.BlobUploadOptions
            {
                Metadata = new Dictionary<string, string> { ["kept"] = "yes" },
                HttpHeaders = new() { ContentType = "text/plain" },
            });

        await Backup(first.ConnectionString).WriteAsync(Files, default);
        await Restore(second.ConnectionString).ReadAsync(Files, default);

        var found = (await Table(second.ConnectionString).GetEntityAsync<TableEntity>("päße", "row")).Value;
        Assert.All(row.Keys.Where(key => key is not ("odata.etag" or "Timestamp")), key => Assert.Equal(row[key], found[key]));
        var many = 0;
        await foreach (var _ in Table(second.ConnectionString).QueryAsync<TableEntity>("PartitionKey eq 'many'")) many++;
        Assert.Equal(230, many);
        var blob = new BlobServiceClient(second.ConnectionString).GetBlobContainerClient("things").GetBlobClient("a folder/ü.txt");
        var content = (await blob.DownloadContentAsync()).Value;
        Assert.Equal(
            ("content", "text/plain", "yes"), (content.Content.ToString(), content.Details.ContentType, content.Details.Metadata["kept"]));

        var refused = await Assert.ThrowsAsync<BackupProblem>(() => Restore(second.ConnectionString).ReadAsync(Files, default));
        Assert.Contains("table Things has rows", refused.Message, StringComparison.Ordinal);

        // One that broke off has left its mark, and is done again.
        await new BlobServiceClient(second.ConnectionString).CreateBlobContainerAsync("ilnp-restore-unfinished");
        await Table(second.ConnectionString).DeleteEntityAsync("päße", "row");
        await Restore(second.ConnectionString).ReadAsync(Files, default);
        Assert.Equal("row", (await Table(second.ConnectionString).GetEntityAsync<TableEntity>("päße", "row")).Value.RowKey);
    }

    [Fact]
    public async Task GivenAnAccountWhereTheAppNeverWas_WhenItIsToBeBackedUp_ThenThatIsSaidAndNothingIsLeft()
    {
        await using var azurite = await StorageFixture.StartAsync();
        await Table(azurite.ConnectionString).CreateAsync();

        var refused = await Assert.ThrowsAsync<BackupProblem>(() => Backup(azurite.ConnectionString).WriteAsync(Files, default));
        Assert.Contains("the app was never here", refused.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Files.Root));
    }

    [Fact]
    public async Task GivenAnAppThatRuns_WhenItsAccountIsToBeBackedUp_ThenItIsSaidToStopItFirst()
    {
        await using var azurite = await StorageFixture.StartAsync();
        await using var host = await HostAsync(azurite.ConnectionString);
        var id = await host.Orchestrations.ScheduleNewOrchestrationInstanceAsync(nameof(Waits.ForAWord));
        await host.Orchestrations.WaitForInstanceStartAsync(id).WaitAsync(Stage.Patience); // it has hold of the hub by then

        var refused = await Assert.ThrowsAsync<BackupProblem>(() => Backup(azurite.ConnectionString).WriteAsync(Files, default));
        Assert.Contains("stop it first", refused.Message, StringComparison.Ordinal);
        Assert.Throws<BackupProblem>(Files.Summary);
        Assert.False(Directory.Exists(Files.Root));
    }

    [Fact]
    public async Task GivenAClockThatIsBehindTheBackup_WhenItIsToBeRestored_ThenThatIsSaidAndNothingIsChanged()
    {
        await using var first = await StorageFixture.StartAsync();
        await using var second = await StorageFixture.StartAsync();
        await using (var host = await HostAsync(first.ConnectionString))
            await host.Orchestrations.WaitForInstanceStartAsync(
                await host.Orchestrations.ScheduleNewOrchestrationInstanceAsync(nameof(Waits.ForAWord)));
        var at = (await Backup(first.ConnectionString).WriteAsync(Files, default)).At;

        var refused = await Assert.ThrowsAsync<BackupProblem>(
            () =>
                new AccountRestore(second.ConnectionString, new StoppedClock(at.AddDays(-8)), output.WriteLine).ReadAsync(Files, default));
        Assert.StartsWith(
            $"This machine's clock says {at.AddDays(-8):yyyy-MM-dd HH:mm} UTC, which is before the backup was made",
            refused.Message,
            StringComparison.Ordinal);
        await foreach (var table in new TableServiceClient(second.ConnectionString).QueryAsync()) Assert.Fail(table.Name);
        await foreach (var container in new BlobServiceClient(second.ConnectionString).GetBlobContainersAsync())
            Assert.Fail(container.Name);
    }

    /// <summary>A queue does not take a message for it, and one that came early would be taken for the timer's end.</summary>
    [Fact(Timeout = 180_000)]
    public async Task GivenATimerFurtherOffThanAQueueHoldsBack_WhenRestored_ThenThatIsSaidAndItGoesOnOnceItIsNear()
    {
        await using var first = await StorageFixture.StartAsync();
        await using var second = await StorageFixture.StartAsync();
        string timer;
        await using (var host = await HostAsync(first.ConnectionString))
        {
            timer = await host.Orchestrations.ScheduleNewOrchestrationInstanceAsync(nameof(Waits.ForAWordAtMost), 3600.0);
            await host.Orchestrations.WaitForInstanceStartAsync(timer);
        }

        await Backup(first.ConnectionString).WriteAsync(Files, default);
        var at = TimeProvider.System.GetUtcNow().AddDays(8);
        await FireAtAsync(Path.Combine(Files.Root, "tables", "TestsHistory.jsonl"), at);
        var refused = await Assert.ThrowsAsync<BackupProblem>(() => Restore(second.ConnectionString).ReadAsync(Files, default));
        Assert.StartsWith($"An orchestration waits until {at:yyyy-MM-dd HH:mm} UTC", refused.Message, StringComparison.Ordinal);

        await FireAtAsync(Path.Combine(Files.Root, "tables", "TestsHistory.jsonl"), TimeProvider.System.GetUtcNow());
        await Restore(second.ConnectionString).ReadAsync(Files, default);
        await using var again = await HostAsync(second.ConnectionString);
        Assert.Equal("nothing", (await EndAsync(again, timer)).ReadOutputAs<string>());
    }

    /// <summary>The moment of every timer in a backup's history.</summary>
    static async Task FireAtAsync(string history, DateTimeOffset at)
    {
        var lines = await File.ReadAllLinesAsync(history);
        var moved = lines.Select(line => FireAt().Replace(line, $"\"FireAt\":\"t{at.UtcDateTime:O}\"")).ToList();
        Assert.NotEqual(lines, moved);
        await File.WriteAllLinesAsync(history, moved);
    }

    [GeneratedRegex("\"FireAt\":\"t[^\"]+\"")]
    private static partial Regex FireAt();

    sealed class StoppedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }

    AccountRestore Restore(string storage) => new(storage, TimeProvider.System, output.WriteLine);

    AccountBackup Backup(string storage) => new(storage, Held, TimeProvider.System, output.WriteLine);

    static TableClient Table(string storage) => new TableServiceClient(storage).GetTableClient("Things");

    static Task<HostUnderTest> HostAsync(string storage) => HostUnderTest.StartAsync(
        storage, new HostSetup { Hub = "Tests", Engine = EngineKind.AzureStorage, HostJson = QuickEngine.HostJson(visibilitySeconds: 5) },
        typeof(Waits), typeof(Activities));

    static Task<OrchestrationMetadata> EndAsync(HostUnderTest host, string id) =>
        host.Orchestrations.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true).WaitAsync(Stage.Patience);
}
