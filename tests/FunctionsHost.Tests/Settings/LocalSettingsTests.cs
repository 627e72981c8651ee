namespace FunctionsHost.Tests.Settings;

public sealed class LocalSettingsTests : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("settings");

    [Fact]
    public void GivenTheFile_WhenItIsRead_ThenValuesConnectionStringsAndPortAreSettings() => Assert.Equal(
        [
            KeyValuePair.Create("A", (string?)"1"),
            KeyValuePair.Create("B:C", (string?)"True"),
            KeyValuePair.Create("ConnectionStrings:Db", (string?)"server=x"),
            KeyValuePair.Create(HostSettings.Urls, (string?)"http://localhost:7075"),
        ],
        Read("""{ "IsEncrypted": false, "Values": { "A": "1", "B__C": true }, "ConnectionStrings": { "Db": "server=x" }, "Host": { "LocalHttpPort": 7075, "CORS": "*" }, }"""));

    [Fact]
    public void GivenNoFile_WhenItIsLookedFor_ThenThereAreNoSettings() => Assert.Empty(LocalSettings.In([folder.FullName]));

    [Theory]
    [InlineData("{", "cannot be read")]
    [InlineData("[]", "cannot be read")]
    [InlineData("""{"Values":[]}""", "cannot be read")]
    [InlineData("""{"IsEncrypted":true,"Values":{"A":"x"}}""", "is encrypted")]
    public void GivenAFileThatCannotBeUsed_WhenItIsRead_ThenTheErrorSaysWhy(string text, string expected) =>
        Assert.Contains(expected, Assert.Throws<FunctionsHostStartException>(() => Read(text)).Message, StringComparison.Ordinal);

    public void Dispose() => folder.Delete(recursive: true);

    IReadOnlyList<KeyValuePair<string, string?>> Read(string text)
    {
        File.WriteAllText(Path.Combine(folder.FullName, "local.settings.json"), text);
        return LocalSettings.In(["/no/such/folder", folder.FullName]);
    }
}
