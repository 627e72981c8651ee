using FunctionsHost.Durable.Backup;

namespace FunctionsHost.Tests.Durability;

/// <summary>Backups that are not as they were written, and names that cannot be one: a sentence each.</summary>
public sealed class BackupFolderTests : IDisposable
{
    readonly DirectoryInfo parent = Directory.CreateTempSubdirectory("ilnp-backup-");

    string Root => Path.Combine(parent.FullName, "files");

    BackupFolder Files => new(Root);

    public void Dispose() => parent.Delete(recursive: true);

    [Fact]
    public void GivenAFileOfThatName_WhenABackupBegins_ThenThatIsSaid()
    {
        File.WriteAllText(Root, "");

        Assert.Equal($"{Root} is a file: name a new folder.", Assert.Throws<BackupProblem>(Files.Begin).Message);
        Assert.StartsWith(
            $"The folder {Path.Combine(Root, "below")} cannot be made",
            Assert.Throws<BackupProblem>(new BackupFolder(Path.Combine(Root, "below")).Begin).Message,
            StringComparison.Ordinal);
        Assert.Contains("holds no whole backup", Assert.Throws<BackupProblem>(Files.Summary).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    public void GivenADamagedSummary_WhenRead_ThenThatIsSaid(string content)
    {
        Files.Begin();
        File.WriteAllText(Path.Combine(Root, "backup.json"), content);

        Assert.Equal(
            $"The file {Path.Combine(Root, "backup.json")} is damaged: take another copy of the backup.",
            Assert.Throws<BackupProblem>(Files.Summary).Message);
    }

    [Fact]
    public async Task GivenADamagedTableOrABlobThatIsGone_WhenRead_ThenThatIsSaid()
    {
        Files.Begin();
        var table = Path.Combine(Root, "tables", "Things.jsonl");
        await File.WriteAllTextAsync(table, "{\"partition\":");

        var damaged = await Assert.ThrowsAsync<BackupProblem>(async () =>
        {
            await foreach (var row in Files.RowsAsync<StoredRow>("Things")) Assert.Fail(row.Row);
        });
        Assert.Equal($"The file {table} is damaged: take another copy of the backup.", damaged.Message);
        Assert.StartsWith(
            "The backup cannot be read",
            Assert.Throws<BackupProblem>(() => Files.OpenBlob("kept", "000001")).Message,
            StringComparison.Ordinal);
    }
}
