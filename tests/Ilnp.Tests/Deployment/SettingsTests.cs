using System.Reflection;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Ilnp.Tests.Deployment;

/// <summary>The app starts with the settings that a deployment gives it, and its secrets are in the vault.</summary>
[Collection(DeploymentTests.Name)]
public sealed partial class SettingsTests(Environments environments)
{
    static readonly string[] Public = ["Approvals__CurrentKey", "SendGrid__WebhookPublicKey"];

    [Theory]
    [InlineData("sendgrid")]
    [InlineData("smtp")]
    [InlineData("graph")]
    [InlineData("scheduler")]
    public void GivenTheSecrets_WhenTheAppStartsWithTheSettings_ThenTheyHold(string kind)
    {
        var settings = environments.Foreseen(kind).Settings;
        using var app = Program.CreateBuilder(Arguments(settings, Resolved)).Build();

        app.Services.GetRequiredService<IStartupValidator>().Validate();
        var storage = app.Services.GetRequiredService<TableServiceClient>().Uri.Host;
        Assert.Equal($"{settings["AzureWebJobsStorage__accountName"]}.table.core.windows.net", storage);
    }

    [Fact]
    public void GivenASecretThatTheVaultDidNotGive_WhenTheAppStarts_ThenItSaysWhich()
    {
        var settings = environments.Foreseen("sendgrid").Settings;
        using var app = Program.CreateBuilder(
            Arguments(settings, value => value.EndsWith("/sendgrid-api-key)", StringComparison.Ordinal) ? value : Resolved(value))).Build();

        var refusal = Assert.ThrowsAny<Exception>(app.Services.GetRequiredService<IStartupValidator>().Validate);
        Assert.Contains("SendGrid:ApiKey", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Intake:IdentityKey", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sendgrid", "intake-identity-key approvals-first approvals-second intake-typeform intake-google-forms sendgrid-api-key")]
    [InlineData("smtp", "intake-identity-key approvals-first approvals-second intake-typeform intake-google-forms smtp-password")]
    [InlineData("graph", "intake-identity-key approvals-first approvals-second intake-typeform intake-google-forms")]
    public void WhenDeployed_ThenEverySecretThatIsReadIsOneThatIsMade(string kind, string secrets)
    {
        var deployment = environments.Foreseen(kind);
        var read = deployment.Settings.Values
            .Select(value => Reference().Match(value)).Where(match => match.Success).Select(match => match.Groups[1].Value);

        Assert.Equal(secrets, deployment.Outputs["ILNP_SECRETS"]);
        Assert.Equal(secrets.Split(' ').Order(StringComparer.Ordinal), read.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("sendgrid")]
    [InlineData("smtp")]
    [InlineData("graph")]
    [InlineData("scheduler")]
    public void WhenDeployed_ThenNoSecretStandsInASettingOrAnOutput(string kind)
    {
        var deployment = environments.Foreseen(kind);
        var secret = deployment.Settings.Where(setting => Secretive().IsMatch(setting.Key) && !Public.Contains(setting.Key)).ToList();

        Assert.NotEmpty(secret);
        Assert.All(secret, setting => Assert.Matches(Reference(), setting.Value));
        Assert.DoesNotContain("AzureWebJobsStorage", deployment.Settings.Keys);
        Assert.All(deployment.Outputs.Values, output => Assert.DoesNotContain("Key=", output, StringComparison.Ordinal));
        Assert.Equal(
            [
                "AZURE_RESOURCE_GROUP", "FUNCTION_APP_NAME", "FUNCTION_APP_URL", "GITHUB_CLIENT_ID", "ILNP_ADDRESS", "ILNP_SECRETS",
                "KEY_VAULT_NAME",
            ],
            deployment.Outputs.Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("sendgrid")]
    [InlineData("smtp")]
    [InlineData("graph")]
    public void WhenDeployed_ThenEverySettingOfTheAppIsOneThatItReads(string kind)
    {
        var known = OptionNames();
        var names = environments.Foreseen(kind).Settings.Keys.Select(name => name.Split("__"));
        var own = names.Where(name => known.Contains(name[0])).ToList();

        Assert.NotEmpty(own);
        Assert.All(own, name => Assert.Contains($"{name[0]}:{name[1]}", known));
    }

    [Fact]
    public void GivenTheScheduler_WhenDeployed_ThenTheEngineIsSetByTheNamesThatItsHostReads()
    {
        const string Engine = "AzureFunctionsJobHost__extensions__durableTask__";
        var deployment = environments.Foreseen("scheduler");
        var settings = deployment.Settings;

        Assert.Equal("Second", settings[Engine + "hubName"]);
        Assert.Equal("azureManaged", settings[Engine + "storageProvider__type"]);
        Assert.Contains(settings[Engine + "storageProvider__connectionStringName"], settings.Keys);
        Assert.Contains(
            "Endpoint={0};Authentication=ManagedIdentity;ClientID={1}",
            (string?)deployment.Single("Microsoft.Web/sites/config")["properties"],
            StringComparison.Ordinal);
        Assert.DoesNotContain(Engine + "storageProvider__type", environments.Foreseen("sendgrid").Settings.Keys);
    }

    /// <summary>Each section that the app has options of, and each option as <c>section:name</c>.</summary>
    static HashSet<string> OptionNames()
    {
        var options = typeof(Program).Assembly.GetTypes()
            .Select(type => (Properties: type.GetProperties(), Section: SectionOf(type)))
            .Where(type => type.Section is not null);
        return
        [
            .. options.SelectMany(type => type.Properties.Select(property => $"{type.Section}:{property.Name}").Prepend(type.Section!)),
        ];
    }

    static string? SectionOf(Type options) =>
        options.GetField("Section", BindingFlags.Public | BindingFlags.Static) is { IsLiteral: true } section
            ? section.GetRawConstantValue() as string
            : null;

    /// <summary>As App Service puts the vault's secret in the place of its reference.</summary>
    static string Resolved(string value) => Reference().IsMatch(value) ? Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)) : value;

    static string[] Arguments(IReadOnlyDictionary<string, string> settings, Func<string, string> read) =>
        [.. settings.Select(setting => $"--{setting.Key.Replace("__", ":", StringComparison.Ordinal)}={read(setting.Value)}")];

    [GeneratedRegex(@"^@Microsoft\.KeyVault\(SecretUri=https://kv-sample\.vault\.azure\.net/secrets/([a-z0-9-]+)\)$")]
    private static partial Regex Reference();

    [GeneratedRegex("key|secret|password|token", RegexOptions.IgnoreCase)]
    private static partial Regex Secretive();
}
