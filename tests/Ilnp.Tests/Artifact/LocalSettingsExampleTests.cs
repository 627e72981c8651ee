using System.Text.Json.Nodes;
using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Ilnp.Tests.Artifact;

/// <summary><c>functions/local.settings.json.example</c> starts the app once its keys are replaced, and as it is.</summary>
public sealed class LocalSettingsExampleTests
{
    [Fact]
    public void GivenTheExample_WhenTheAppStarts_ThenItsSettingsHold()
    {
        using var app = Program.CreateBuilder(Arguments(Example())).Build();

        app.Services.GetRequiredService<IStartupValidator>().Validate();
        Assert.True(app.Services.GetRequiredService<TableServiceClient>().Uri.IsLoopback);
    }

    [Theory]
    [InlineData("Web__PublicUrl")]
    [InlineData("Approvals__CurrentKey")]
    [InlineData("Approvals__SigningKeys__k1")]
    [InlineData("Intake__IdentityKey")]
    public void GivenTheExampleWithoutASetting_WhenTheAppStarts_ThenItSaysSo(string missing)
    {
        using var app = Program.CreateBuilder(Arguments(Example().Where(setting => setting.Key != missing))).Build();

        var validator = app.Services.GetRequiredService<IStartupValidator>();
        Assert.ThrowsAny<Exception>(validator.Validate);
    }

    [Fact]
    public void GivenTheExample_WhenCoreToolsReadsIt_ThenItIsForThisWorker() =>
        Assert.Contains(new("FUNCTIONS_WORKER_RUNTIME", "dotnet-isolated"), Example());

    static IReadOnlyList<KeyValuePair<string, string>> Example()
    {
        var above = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(above, "IlnpFunctions.sln"))) above = Path.GetDirectoryName(above)!;
        var file = JsonNode.Parse(File.ReadAllText(Path.Combine(above, "functions", "local.settings.json.example")))!;
        return [.. file["Values"]!.AsObject().Select(setting => new KeyValuePair<string, string>(setting.Key, (string)setting.Value!))];
    }

    /// <summary>In an environment's variables two underscores stand for a colon.</summary>
    static string[] Arguments(IEnumerable<KeyValuePair<string, string>> settings) =>
        [.. settings.Select(setting => $"--{setting.Key.Replace("__", ":", StringComparison.Ordinal)}={setting.Value}")];
}
