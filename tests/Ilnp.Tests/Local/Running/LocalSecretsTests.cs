using Ilnp.Local.Running;

namespace Ilnp.Tests.Local.Running;

public sealed class LocalSecretsTests : IDisposable
{
    readonly RunFolder folder = new RunFolder(Path.Combine(Path.GetTempPath(), $"ilnp-{Guid.NewGuid():N}")).Prepare();

    string Secret => folder.StateFile("secret");

    [Fact]
    public void GivenKeptSecrets_WhenReadAgain_ThenTheyAreTheSameAndTheOwnersOnly()
    {
        var made = LocalSecrets.Kept(folder).Settings();
        Assert.Equal(made, LocalSecrets.Kept(folder).Settings());
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Secret));
    }

    [Fact]
    public void GivenTwoFolders_WhenSecretsAreMade_ThenNoneOfThemFollowsFromTheOther()
    {
        var other = new RunFolder(folder.File("other")).Prepare();
        var made = LocalSecrets.Kept(folder).Settings().ToDictionary();
        Assert.All(
            LocalSecrets.Kept(other).Settings().Where(setting => setting.Key != "Approvals:CurrentKey"),
            setting => Assert.NotEqual(made[setting.Key], setting.Value));
    }

    [Theory]
    [InlineData("")]
    [InlineData("ab12")]
    [InlineData(
        "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0")]
    [InlineData("zz11223344556677889900aabbccddeeff00112233445566778899aabbccddeeff")]
    [InlineData("0011223344556677889900aabbccddeeff00112233445566778899aabbccddeeff")]
    public void GivenADamagedFile_WhenRead_ThenItIsRefusedInASentenceAndLeftAsItIs(string content)
    {
        File.WriteAllText(Secret, content);
        var problem = Assert.Throws<LocalProblem>(() => LocalSecrets.Kept(folder));
        Assert.Contains(Secret, problem.Message, StringComparison.Ordinal);
        Assert.Equal(content, File.ReadAllText(Secret));
    }

    [Fact]
    public void GivenAFolderOfThatName_WhenRead_ThenItIsRefusedInASentence()
    {
        Directory.CreateDirectory(Secret);

        Assert.StartsWith(
            $"The key file {Secret} is a folder: bring it back",
            Assert.Throws<LocalProblem>(() => LocalSecrets.Kept(folder)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void GivenAWriteThatEndedOnItsWay_WhenSecretsAreMade_ThenItsRestIsNotTaken()
    {
        File.WriteAllText($"{Secret}.new", "ab");
        Assert.Equal(64, LocalSecrets.Kept(folder).FunctionKey.Length);
        Assert.False(File.Exists($"{Secret}.new"));
    }

    [Fact]
    public void GivenADiskThatIsFull_WhenSecretsAreMade_ThenThereIsNoFile()
    {
        if (!File.Exists("/dev/full")) return;
        File.CreateSymbolicLink($"{Secret}.new", "/dev/full");
        Assert.Throws<IOException>(() => LocalSecrets.Kept(folder));
        Assert.Empty(Directory.GetFiles(folder.State, "secret*"));
    }

    public void Dispose() => Directory.Delete(folder.Root, recursive: true);
}
