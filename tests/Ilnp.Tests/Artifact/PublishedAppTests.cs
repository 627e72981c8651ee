using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Azure.Functions.Worker.Core.FunctionMetadata;

namespace Ilnp.Tests.Artifact;

/// <summary>What is deployed: complete, and nothing of what only a developer needs.</summary>
[Collection(ArtifactTests.Name)]
public sealed class PublishedAppTests(PublishedApp app)
{
    [Fact]
    public void WhenPublished_ThenItIsTheAppThatTheseTestsRun() =>
        Assert.Equal(
            File.ReadAllBytes(typeof(Program).Assembly.Location), File.ReadAllBytes(Path.Combine(app.Folder, "IlnpFunctions.dll")));

    [Fact]
    public async Task WhenTheHostIndexesIt_ThenEveryFunctionIsNamed()
    {
        var provider = typeof(Program).Assembly.GetTypes()
            .Single(type => type.IsClass && type.IsAssignableTo(typeof(IFunctionMetadataProvider)));
        var indexed = await ((IFunctionMetadataProvider)Activator.CreateInstance(provider)!).GetFunctionMetadataAsync(app.Folder);
        var listed = JsonSerializer.Deserialize<JsonArray>(app.Read("functions.metadata"))!;

        Assert.NotEmpty(DeclaredFunctions.Names);
        Assert.Equal(DeclaredFunctions.Names, indexed.Select(function => function.Name).Order(StringComparer.Ordinal));
        Assert.Equal(DeclaredFunctions.Names, listed.Select(function => (string?)function!["name"]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void WhenTheHostStartsTheWorker_ThenItFindsIt()
    {
        var worker = JsonNode.Parse(app.Read("worker.config.json"))!["description"]!;

        Assert.Equal("dotnet-isolated", (string?)worker["language"]);
        Assert.Equal("IlnpFunctions.dll", (string?)worker["defaultWorkerPath"]);
        Assert.Equal("true", (string?)worker["workerIndexing"]);
        Assert.Contains("IlnpFunctions.runtimeconfig.json", app.Files);
    }

    [Fact]
    public void WhenTheHostLoadsItsExtensions_ThenTheyAreThere()
    {
        var extensions = JsonNode.Parse(app.Read("extensions.json"))!["extensions"]!.AsArray();

        Assert.Contains("DurableTask", extensions.Select(extension => (string?)extension!["name"]));
        Assert.All(extensions, extension => Assert.Contains(((string)extension!["hintPath"]!)["./".Length..], app.Files));
    }

    [Fact]
    public void WhenTheHostReadsItsSettings_ThenTheyAreTheOnesOfTheRepository()
    {
        var settings = JsonNode.Parse(app.Read("host.json"))!;

        Assert.Equal("2.0", (string?)settings["version"]);
        Assert.Equal("IlnpHub", (string?)settings["extensions"]!["durableTask"]!["hubName"]);
        Assert.Equal("", (string?)settings["extensions"]!["http"]!["routePrefix"]);
    }

    [Theory]
    [InlineData("Introductions/Mails/introduction.en.md")]
    [InlineData("Pages/Texts/en.json")]
    [InlineData("Certificates/Texts/ja.json")]
    [InlineData("Map/world.json")]
    public void WhenPublished_ThenItsTextsGoWithIt(string file) => Assert.Contains(file, app.Files);

    [Theory]
    [InlineData("FunctionsHost")]
    [InlineData("Simulation")]
    [InlineData("ilnp.")]
    [InlineData("Spectre")]
    [InlineData("System.CommandLine")]
    [InlineData("azurite")]
    [InlineData("xunit")]
    [InlineData("local.settings.json")]
    [InlineData("appsettings.Development")]
    [InlineData("secrets.json")]
    public void WhenPublished_ThenNothingOfADevelopersGoesWithIt(string start) =>
        Assert.DoesNotContain(app.Files, file => Path.GetFileName(file).StartsWith(start, StringComparison.OrdinalIgnoreCase));

    [Fact]
    public void WhenPublished_ThenNoSecretStandsInIt()
    {
        string[] signs = ["AccountKey=", "SharedAccessSignature=", "PRIVATE KEY-----", "IdentityKey\":", "SigningKeys\":"];
        string[] kinds = [".json", ".txt", ".md", ".xml", ".config", ".metadata"];
        var texts = app.Files.Where(file => kinds.Contains(Path.GetExtension(file))).ToList();

        Assert.NotEmpty(texts);
        Assert.All(texts, file => Assert.DoesNotContain(signs, sign => app.Read(file).Contains(sign, StringComparison.Ordinal)));
    }
}
