using Ilnp.Local.Pilot;
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
    public void GivenAnEarlierRun_WhenOpenedAgain_ThenTimeGoesOnWhereItWas()
    {
        var moment = new DateTimeOffset(2020, 5, 4, 14, 0, 0, 123, TimeSpan.Zero);
        using (var state = PilotState.Open(folder, "same"))
        {
            Assert.Null(state.ReadPosition());
            state.WritePosition(moment.AddDays(-1));
            state.WritePosition(moment);
        }

        using var again = PilotState.Open(folder, "same");
        Assert.Equal(moment, again.ReadPosition());
    }

    [Fact]
    public void GivenARunOfOtherInput_WhenOpened_ThenItIsRefused()
    {
        PilotState.Open(folder, "one").Dispose();
        Assert.Throws<LocalProblem>(() => PilotState.Open(folder, "other"));
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
