using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;

namespace Ilnp.Tests.Deployment;

/// <summary>Alerts ask for what the app has: a misspelt name would never ring.</summary>
[Collection(DeploymentTests.Name)]
public sealed partial class AlertsTests(Environments environments)
{
    /// <summary>Agreed names; each comes from the room that knows.</summary>
    static readonly string[] Agreed = ["ilnp.mails", "ilnp.orchestrations.failed", "ilnp.storage.throttled"];

    [Fact]
    public void WhenDeployed_ThenTheAlertsAskForTheAgreedMeasures()
    {
        var asked = Queries().SelectMany(query => Measure().Matches(query).Select(match => match.Value));

        Assert.Equal(Agreed, asked.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void GivenTheAppMeasuresItself_WhenDeployed_ThenTheAlertsNameMeasuresThatItHas()
    {
        var texts = TextsOfTheApp();
        var measures = typeof(Program).Assembly.GetTypes().Any(type => type.Namespace == "Ilnp.Operations.Telemetry");

        Assert.All(Agreed, measure => Assert.Equal(measures, texts.Contains(measure)));
    }

    /// <summary>Rests for longer than the two days that an alert can look back; and looks after a disk, which Azure has none of.</summary>
    static readonly string[] Unwatched = ["TellOfWhatIsStuck", "TellOfLowDisk"];

    [Fact]
    public void WhenDeployed_ThenEveryTimerIsWatched()
    {
        var timers = typeof(Program).Assembly.GetTypes().SelectMany(type => type.GetMethods())
            .Where(method => method.GetParameters().Any(parameter => parameter.GetCustomAttribute<TimerTriggerAttribute>() is not null))
            .Select(method => method.GetCustomAttribute<FunctionAttribute>()!.Name);
        var query = Queries().Single(query => query.Contains("datatable(Timer", StringComparison.Ordinal));
        var watched = Watched().Matches(query).Select(match => match.Groups[1].Value);

        Assert.Equal(timers.Except(Unwatched).Order(StringComparer.Ordinal), watched.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void WhenTheAppIsNotReady_ThenSomebodyHears()
    {
        var test = Whole.Single("Microsoft.Insights/webtests");
        var alert = Whole.Single("Microsoft.Insights/metricAlerts")["properties"]!;
        var address = TemplateExpression.Evaluate((string)test["properties"]!["Request"]!["RequestUrl"]!)!;

        Assert.Equal("https://func-sample.azurewebsites.net/health/ready", (string?)address);
        Assert.Equal(200, (int)test["properties"]!["ValidationRules"]!["ExpectedHttpStatusCode"]!);
        Assert.Equal((string?)test["id"], (string?)alert["criteria"]!["webTestId"]);
        Assert.NotEmpty(alert["actions"]!.AsArray());
    }

    [Fact]
    public void WhenDeployed_ThenEveryAlertGoesToTheAddressAndSaysWhatToDo()
    {
        var group = Whole.Single("Microsoft.Insights/actionGroups");
        var alerts = Whole.All("Microsoft.Insights/scheduledQueryRules").Select(rule => rule["properties"]!).ToList();

        Assert.Equal("technik@bibliothek.de", (string?)group["properties"]!["emailReceivers"]![0]!["emailAddress"]);
        Assert.Equal(6, alerts.Count);
        Assert.All(alerts, alert => Assert.Equal((string?)group["id"], (string?)alert["actions"]!["actionGroups"]![0]));
        Assert.All(alerts, alert => Assert.InRange(((string)alert["description"]!).Length, 60, 300));
    }

    [Fact]
    public void WhenDeployed_ThenTheBudgetIsToldBeforeItIsSpent()
    {
        var budget = Whole.Single("Microsoft.Consumption/budgets")["properties"]!;

        Assert.Equal(10, (int)budget["amount"]!);
        Assert.Equal("2027-01-01", (string?)budget["timePeriod"]!["startDate"]);
        Assert.Equal([50, 100, 120], budget["notifications"]!.AsObject().Select(notice => (int)notice.Value!["threshold"]!).Order());
        Assert.All(
            budget["notifications"]!.AsObject(),
            notice => Assert.Equal("technik@bibliothek.de", (string?)notice.Value!["contactEmails"]![0]));
    }

    [Fact]
    public void GivenATrial_WhenDeployed_ThenNothingWatchesItAndItsBudgetDoes()
    {
        var trial = environments.Foreseen("trial");

        Assert.Equal(
            ["components", "diagnosticSettings"],
            trial.Resources.Select(resource => ((string)resource["type"]!).Split('/'))
                .Where(type => type[0] == "Microsoft.Insights").Select(type => type[1]).Distinct().Order());
        Assert.Equal("ilnp-trial", (string?)trial.Single("Microsoft.Consumption/budgets")["name"]);
        Assert.Equal("Standard_LRS", (string?)trial.Single("Microsoft.Storage/storageAccounts")["sku"]!["name"]);
    }

    ForeseenDeployment Whole => environments.Foreseen("sendgrid");

    IEnumerable<string> Queries() => Whole.All("Microsoft.Insights/scheduledQueryRules")
        .Select(rule => (string)rule["properties"]!["criteria"]!["allOf"]![0]!["query"]!);

    /// <summary>Every text that stands in the app's code.</summary>
    static HashSet<string> TextsOfTheApp()
    {
        using var file = File.OpenRead(typeof(Program).Assembly.Location);
        using var library = new PEReader(file);
        var reader = library.GetMetadataReader();
        var texts = new HashSet<string>();
        for (var handle = MetadataTokens.UserStringHandle(1); !handle.IsNil; handle = reader.GetNextHandle(handle))
            texts.Add(reader.GetUserString(handle));
        return texts;
    }

    [GeneratedRegex(@"ilnp\.[a-z_.]+[a-z]")]
    private static partial Regex Measure();

    [GeneratedRegex("\"(\\w+)\", \\d+")]
    private static partial Regex Watched();
}
