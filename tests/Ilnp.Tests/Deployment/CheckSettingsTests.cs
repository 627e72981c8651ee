namespace Ilnp.Tests.Deployment;

/// <summary>What is wrong in an environment's settings is said before anything is made, all at once.</summary>
[Collection(DeploymentTests.Name)]
public sealed class CheckSettingsTests(Environments environments)
{
    [Theory]
    [InlineData("sendgrid")]
    [InlineData("smtp")]
    [InlineData("graph")]
    [InlineData("trial")]
    public void GivenSettingsThatHold_WhenChecked_ThenNothingIsSaid(string kind)
    {
        Assert.Equal(new(0, "", ""), Checked(Environments.Variables(kind)));
        Assert.Empty(environments.Objections(Environments.Variables(kind)));
    }

    [Fact]
    public void GivenNoSettings_WhenChecked_ThenAllThatAreNeededAreNamed()
    {
        var check = Checked([]);
        string[] needed =
        [
            "AZURE_ENV_NAME", "AZURE_LOCATION", "ILNP_FROM_ESSENTIAL", "ILNP_FROM_OPTIONAL",
            "ILNP_ALERT_ADDRESS", "ILNP_BUDGET_START", "ILNP_MAIL_SENDER",
        ];

        Assert.Equal(1, check.Code);
        Assert.Contains("7 settings", check.Errors, StringComparison.Ordinal);
        Assert.All(needed, name => Assert.Contains($"- {name} is ", check.Errors, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("AZURE_ENV_NAME", "Production environment")]
    [InlineData("ILNP_FROM_ESSENTIAL", "programme@example.org")]
    [InlineData("ILNP_FROM_OPTIONAL", "news at bibliothek.de")]
    [InlineData("ILNP_ALERT_ADDRESS", "somebody@our.test")]
    [InlineData("ILNP_BUDGET", "ten")]
    [InlineData("ILNP_BUDGET_START", "2027-01-15")]
    [InlineData("ILNP_WATCHED", "no")]
    [InlineData("ILNP_PUBLIC_URL", "http://ilnp.bibliothek.de")]
    [InlineData("ILNP_PUBLIC_URL", "https://ilnp.bibliothek.de/")]
    [InlineData("ILNP_MAIL_SENDER", "mailbox")]
    [InlineData("ILNP_SENDGRID_WEBHOOK_KEY", "")]
    [InlineData("ILNP_FORM_PROVIDERS", "typeform typefrom")]
    [InlineData("ILNP_CURRENT_SIGNING_KEY", "third")]
    [InlineData("ILNP_SIGNING_KEYS", "first second in-between")]
    [InlineData("ILNP_DURABLE_STORAGE", "netherite")]
    [InlineData("ILNP_TASK_HUB", "my-hub")]
    [InlineData("ILNP_REDUNDANCY", "GRS")]
    [InlineData("ILNP_GITHUB_REPOSITORY", "https://github.com/bibliothek/ilnp")]
    public void GivenOneWrongSetting_WhenChecked_ThenItAloneIsNamed(string name, string value)
    {
        var check = Checked(Environments.With((name, value)));

        Assert.Equal(1, check.Code);
        var said = Assert.Single(check.Errors.Split('\n'), line => line.StartsWith("- ", StringComparison.Ordinal));
        Assert.Contains(name, said, StringComparison.Ordinal);
    }

    [Fact]
    public void GivenTheSchedulerAndAnAppWithoutItsPackage_WhenChecked_ThenThePackageIsNamed()
    {
        var project = File.ReadAllText(Path.Combine(Repository.Root, "functions", "IlnpFunctions.csproj"));
        var check = Checked(Environments.Variables("scheduler"));

        Assert.Empty(environments.Objections(Environments.Variables("scheduler")));
        Assert.Equal(project.Contains("DurableTask.AzureManaged", StringComparison.Ordinal), check.Code == 0);
        Assert.Equal(check.Code != 0, check.Errors.Contains("DurableTask.AzureManaged", StringComparison.Ordinal));
    }

    static ScriptRun Checked(Dictionary<string, string> variables) =>
        Script.Run(Path.Combine(BicepCompiler.Source, "check-settings"), [], variables);
}
