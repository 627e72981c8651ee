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
        string[] made = [Path.Combine(folder.Mail, "a.eml"), folder.File("pairs.csv"), folder.StateFile("crowd.jsonl"), Path.Combine(folder.Azurite, "table.json")];
        var foreign = folder.File("notes.txt");
        foreach (var file in made.Append(foreign)) File.WriteAllText(file, "");

        Assert.True(folder.Clear());

        Assert.DoesNotContain(made, File.Exists);
        Assert.True(File.Exists(foreign));
    }

    [Fact]
    public void GivenKeptSecrets_WhenReadAgain_ThenTheyAreTheSameAndTheOwnersOnly()
    {
        var made = LocalSecrets.Kept(folder).Settings();
        Assert.Equal(made, LocalSecrets.Kept(folder).Settings());
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(folder.StateFile("secret")));
    }

    [Fact]
    public void GivenASeed_WhenSecretsAreDerived_ThenTheyFollowFromIt()
    {
        Assert.Equal(LocalSecrets.FromSeed(1).Settings(), LocalSecrets.FromSeed(1).Settings());
        Assert.NotEqual(LocalSecrets.FromSeed(1).FormScript, LocalSecrets.FromSeed(2).FormScript);
    }

    public void Dispose() => Directory.Delete(folder.Root, recursive: true);
}
