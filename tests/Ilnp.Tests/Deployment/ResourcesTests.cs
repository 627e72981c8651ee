using System.Text.Json.Nodes;

namespace Ilnp.Tests.Deployment;

/// <summary>What a deployment makes: nobody gets in by a key, and everybody may do just what they must.</summary>
[Collection(DeploymentTests.Name)]
public sealed class ResourcesTests(Environments environments)
{
    static readonly string[] Everywhere =
    [
        "app: Storage Blob Data Owner on Microsoft.Storage/storageAccounts",
        "app: Storage Table Data Contributor on Microsoft.Storage/storageAccounts",
        "app: Key Vault Secrets User on Microsoft.KeyVault/vaults",
        "app: Monitoring Metrics Publisher on Microsoft.Insights/components",
        "operator: Key Vault Secrets Officer on Microsoft.KeyVault/vaults",
        "workflow: Website Contributor on Microsoft.Web/sites",
    ];

    [Theory]
    [InlineData("sendgrid", "app: Storage Queue Data Contributor on Microsoft.Storage/storageAccounts")]
    [InlineData("scheduler", "app: Durable Task Data Contributor on Microsoft.DurableTask/schedulers/taskHubs")]
    public void WhenDeployed_ThenTheseRolesAreGivenAndNoOther(string kind, string ofTheEngine) =>
        Assert.Equal(
            Everywhere.Append(ofTheEngine).Order(StringComparer.Ordinal), environments.Foreseen(kind).Roles.Order(StringComparer.Ordinal));

    [Fact]
    public void WhenDeployed_ThenStorageKnowsNoKeysAndNoOldTls()
    {
        var account = Properties("Microsoft.Storage/storageAccounts");

        Assert.False((bool)account["allowSharedKeyAccess"]!);
        Assert.False((bool)account["allowBlobPublicAccess"]!);
        Assert.False((bool)account["allowCrossTenantReplication"]!);
        Assert.True((bool)account["supportsHttpsTrafficOnly"]!);
        Assert.Equal("TLS1_2", (string?)account["minimumTlsVersion"]);
        Assert.Equal("None", (string?)Properties("Microsoft.Storage/storageAccounts/blobServices/containers")["publicAccess"]);
    }

    [Fact]
    public void WhenDeployed_ThenTheAppIsReachedByHttpsOnlyAndDeployedByIdentityOnly()
    {
        var app = Properties("Microsoft.Web/sites");
        var deployment = app["functionAppConfig"]!["deployment"]!["storage"]!;

        Assert.True((bool)app["httpsOnly"]!);
        Assert.Equal("1.2", (string?)app["siteConfig"]!["minTlsVersion"]);
        Assert.Equal("1.2", (string?)app["siteConfig"]!["scmMinTlsVersion"]);
        Assert.Equal("Disabled", (string?)app["siteConfig"]!["ftpsState"]);
        Assert.Equal("UserAssignedIdentity", (string?)deployment["authentication"]!["type"]);
        Assert.Contains("deployments", (string?)deployment["value"], StringComparison.Ordinal);
        Assert.Equal(
            [false, false],
            Whole.All("Microsoft.Web/sites/basicPublishingCredentialsPolicies").Select(policy => (bool)policy["properties"]!["allow"]!));
    }

    [Fact]
    public void WhenDeployed_ThenItIsTheRuntimeThatTheAppIsBuiltFor()
    {
        var runtime = Properties("Microsoft.Web/sites")["functionAppConfig"]!["runtime"]!;

        Assert.Equal("dotnet-isolated", (string?)runtime["name"]);
        Assert.Equal($"{Environment.Version.Major}.0", (string?)runtime["version"]);
        Assert.Equal("FC1", (string?)Whole.Single("Microsoft.Web/serverfarms")["sku"]!["name"]);
    }

    [Fact]
    public void WhenDeployed_ThenSecretsOutliveAMistakeAndReadingThemIsRecorded()
    {
        var vault = Properties("Microsoft.KeyVault/vaults");

        Assert.True((bool)vault["enableRbacAuthorization"]!);
        Assert.True((bool)vault["enablePurgeProtection"]!);
        Assert.True((bool)vault["enableSoftDelete"]!);
        Assert.Equal(
            ["audit", "deletions", "logs"],
            Whole.All("Microsoft.Insights/diagnosticSettings").Select(setting => (string?)setting["name"]).Order());
    }

    [Fact]
    public void WhenDeployed_ThenTelemetryTakesNoKeyAndCannotRunUpABill()
    {
        var workspace = Properties("Microsoft.OperationalInsights/workspaces");

        Assert.True((bool)Properties("Microsoft.Insights/components")["DisableLocalAuth"]!);
        Assert.True((bool)workspace["features"]!["disableLocalAuth"]!);
        Assert.InRange((int)workspace["retentionInDays"]!, 30, 90);
        Assert.Equal(1, (int)workspace["workspaceCapping"]!["dailyQuotaGb"]!);
    }

    [Fact]
    public void WhenDeployed_ThenTheWorkflowIsTrustedForItsEnvironmentOnly()
    {
        var trust = Properties("Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials");

        Assert.Equal("repo:bibliothek/ilnp:environment:prod", (string?)trust["subject"]);
        Assert.Equal("https://token.actions.githubusercontent.com", (string?)trust["issuer"]);
    }

    [Fact]
    public void GivenTheScheduler_WhenDeployed_ThenItHasTheTaskHub()
    {
        var hub = environments.Foreseen("scheduler").Single("Microsoft.DurableTask/schedulers/taskHubs");

        Assert.EndsWith("/Second", (string?)hub["name"], StringComparison.Ordinal);
        Assert.Empty(Whole.All("Microsoft.DurableTask/schedulers"));
    }

    [Fact]
    public void WhenCompiled_ThenTheTemplateAsksAzureForNoKey()
    {
        string[] keys =
            ["listKeys", "listAccountSas", "listServiceSas", "AccountKey=", "SharedAccessSignature", "listSecrets", "listHostKeys"];

        Assert.DoesNotContain(keys, key => environments.Template.Value.Contains(key, StringComparison.OrdinalIgnoreCase));
    }

    ForeseenDeployment Whole => environments.Foreseen("sendgrid");

    JsonNode Properties(string type) => Whole.Single(type)["properties"]!;
}
