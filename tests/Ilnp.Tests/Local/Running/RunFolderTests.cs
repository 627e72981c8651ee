using Ilnp.Local.Running;

namespace Ilnp.Tests.Local.Running;

public sealed class RunFolderTests : IDisposable
{
    readonly RunFolder folder = new RunFolder(Path.Combine(Path.GetTempPath(), $"ilnp-{Guid.NewGuid():N}")).Prepare();

    [Fact]
    public async Task GivenARunInTheFolder_WhenASecondStarts_ThenItIsToldWhatToDo()
    {
        using var first = await RunLock.TakeAsync(folder, CancellationToken.None);
        var problem = await Assert.ThrowsAsync<LocalProblem>(() => RunLock.TakeAsync(folder, CancellationToken.None));
        Assert.Contains("--out", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenAFolderWhereTheLockShouldBe_WhenARunStarts_ThenItIsToldWhatToDo()
    {
        Directory.CreateDirectory(folder.StateFile("lock"));
        var problem = await Assert.ThrowsAsync<LocalProblem>(() => RunLock.TakeAsync(folder, CancellationToken.None));
        Assert.StartsWith(folder.StateFile("lock"), problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenARunThatEnded_WhenASecondStarts_ThenItTakesOver()
    {
        (await RunLock.TakeAsync(folder, CancellationToken.None)).Dispose();
        using var second = await RunLock.TakeAsync(folder, CancellationToken.None);
    }

    [Fact]
    public void GivenAnEarlierRun_WhenCleared_ThenItsResultsAreGoneAndForeignFilesStay()
    {
        Assert.False(folder.Clear());
        Directory.CreateDirectory(folder.Azurite);
        string[] made =
        [
            Path.Combine(folder.Mail, "a.eml"),
            folder.File("pairs.csv"),
            folder.StateFile("crowd.jsonl"),
            Path.Combine(folder.Azurite, "table.json"),
        ];
        var foreign = folder.File("notes.txt");
        foreach (var file in made.Append(foreign)) File.WriteAllText(file, "");

        Assert.True(folder.Clear());

        Assert.DoesNotContain(made, File.Exists);
        Assert.True(File.Exists(foreign));
    }

    [Fact]
    public void GivenAFolder_WhenPrepared_ThenOnlyItsOwnerReadsItsMailAndKeysAndGitLeavesItOut()
    {
        Assert.Equal("*\n", File.ReadAllText(folder.File(".gitignore")));
        if (OperatingSystem.IsWindows()) return;
        File.SetUnixFileMode(folder.Mail, (UnixFileMode)0b111_101_101);
        folder.Prepare();
        foreach (var path in new[] { folder.Mail, folder.State }) Assert.Equal((UnixFileMode)0b111_000_000, File.GetUnixFileMode(path));
    }

    [Fact]
    public void GivenAFolderOfSomebodysFiles_WhenPrepared_ThenGitLeavesOutOursOnly()
    {
        var foreign = Directory.CreateDirectory(folder.File("theirs")).FullName;
        File.WriteAllText(Path.Combine(foreign, "notes.txt"), "");
        var shared = new RunFolder(foreign).Prepare();
        Assert.False(File.Exists(shared.File(".gitignore")));
        Assert.True(File.Exists(shared.StateFile(".gitignore")));
    }

    public void Dispose() => Directory.Delete(folder.Root, recursive: true);
}
