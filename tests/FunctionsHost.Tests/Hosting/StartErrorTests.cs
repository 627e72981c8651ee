using System.Text.RegularExpressions;
using Microsoft.Extensions.Hosting;

namespace FunctionsHost.Tests.Hosting;

[Collection("host")]
public sealed class StartErrorTests(StorageFixture storage)
{
    [Theory(Timeout = 60_000)]
    [InlineData(typeof(TwoOfOneName), "The function name Same is taken more than once")]
    [InlineData(typeof(TwoOnOneRoute), "Functions First and Second have the same route, /people/{key}, for the same method.")]
    [InlineData(
        typeof(WrongOrder), "An address of function Special, /people/new, also fits Any, /people/{key}, which the real host calls instead")]
    [InlineData(typeof(UnknownConstraint), "its route \"people/{id:number}\" cannot be used")]
    [InlineData(typeof(BrokenRoute), "its route \"people/{id\" cannot be used")]
    [InlineData(typeof(ReservedRoute), "routes under /runtime belong to the host")]
    [InlineData(typeof(BadName), "a name is a letter and up to 127")]
    [InlineData(typeof(BadSchedule), "its schedule \"every day\" is neither")]
    [InlineData(typeof(UnknownSetting), "refers to the setting NoSuchSchedule, which is not set")]
    public async Task GivenAMistakeInAFunction_WhenTheHostStarts_ThenTheErrorNamesIt(Type functions, string expected) =>
        Assert.Contains(expected, await HostUnderTest.FailToStartAsync(storage, new(), functions), StringComparison.Ordinal);

    [Theory(Timeout = 60_000)]
    [InlineData(HostSettings.Storage, "", "The setting AzureWebJobsStorage is missing")]
    [InlineData(HostSettings.Storage, "nonsense", "The setting AzureWebJobsStorage is no connection string")]
    [InlineData(HostSettings.Urls, "7071", "which is no address")]
    [InlineData("FUNCTIONS_REQUEST_BODY_SIZE_LIMIT", "much", "which is no number of bytes")]
    [InlineData(HostSettings.HostJson, "/no/such/host.json", "which does not exist")]
    public async Task GivenAWrongSetting_WhenTheHostStarts_ThenTheErrorNamesIt(string name, string value, string expected) =>
        Assert.Contains(
            expected, await HostUnderTest.FailToStartAsync(storage, With(name, value)), StringComparison.Ordinal);

    [Fact(Timeout = 60_000)]
    public async Task GivenSeveralMistakesInSettings_WhenTheHostStarts_ThenOneStartTellsThemAll()
    {
        var message = await HostUnderTest.FailToStartAsync(
            storage, With(HostSettings.Storage, "nonsense") with { HostJson = """{"version":"2","extensions":{"http":{"x":1}}}""" });

        Assert.Equal(3, message.Split(Environment.NewLine).Length);
    }

    [Fact(Timeout = 60_000)]
    public async Task GivenSeveralMistakesInFunctions_WhenTheHostStarts_ThenOneStartTellsThemAll()
    {
        var setup = With("WEBSITE_TIME_ZONE", "Middle Earth") with
        {
            HostJson = """{"version":"2.0","functions":["Nobody","First","Second","Often"]}""",
        };

        var message = await HostUnderTest.FailToStartAsync(storage, setup, typeof(TwoOnOneRoute), typeof(BadSchedule));

        Assert.Collection(
            message.Split(Environment.NewLine).Order(StringComparer.Ordinal),
            line => Assert.Contains("Function Often: its schedule", line, StringComparison.Ordinal),
            line => Assert.Contains("Functions First and Second have the same route", line, StringComparison.Ordinal),
            line => Assert.Contains("WEBSITE_TIME_ZONE is \"Middle Earth\"", line, StringComparison.Ordinal),
            line => Assert.Contains("host.json: functions names Nobody", line, StringComparison.Ordinal));
    }

    [Fact(Timeout = 60_000)]
    public async Task GivenAPortInUse_WhenTheHostStarts_ThenOneSentenceSaysWhatToDo()
    {
        await using var first = await HostUnderTest.StartAsync(storage, new());
        var address = first.Host.Address.ToString().TrimEnd('/');

        Assert.Equal(
            $"The address {address} is in use: stop the program that has it, or choose another with "
                + "FunctionsHost:Urls=http://localhost:7072.",
            await HostUnderTest.FailToStartAsync(storage, With(HostSettings.Urls, address)));
    }

    [Fact(Timeout = 60_000)]
    public async Task GivenInvalidOptions_WhenTheHostStarts_ThenAllMistakesAreTold()
    {
        var setup = new HostSetup
        {
            Configure = builder => builder.Services.AddOptions<HostOptions>("some")
                .Validate(_ => false, "One is wrong.")
                .Validate(_ => false, "DataAnnotation validation failed for 'X' members: 'Y' with the error: 'Another is wrong.'.")
                .ValidateOnStart(),
        };

        Assert.Equal($"One is wrong.{Environment.NewLine}Another is wrong.", await HostUnderTest.FailToStartAsync(storage, setup));
    }

    [Fact(Timeout = 60_000)]
    public async Task GivenNoStorage_WhenTheHostStarts_ThenOneSentenceSaysWhatToDo() => Assert.Equal(
        "The storage account does not answer: start Azurite, or check the setting AzureWebJobsStorage.",
        await HostUnderTest.FailToStartAsync(
            storage, With(HostSettings.Storage, Regex.Replace(storage.ConnectionString, @"127\.0\.0\.1:\d+", "127.0.0.1:1"))));

    static HostSetup With(string setting, string value) => new() { Settings = new Dictionary<string, string?> { [setting] = value } };

    public static class TwoOfOneName
    {
        [Function("Same")]
        public static void One([ActivityTrigger] string input) => _ = input;

        [Function("same")]
        public static void Other([ActivityTrigger] string input) => _ = input;
    }

    public static class TwoOnOneRoute
    {
        [Function("First")]
        public static IActionResult First([HttpTrigger("get", Route = "people/{id}")] HttpRequest request) => new OkResult();

        [Function("Second")]
        public static IActionResult Second([HttpTrigger("post", "get", Route = "people/{key}")] HttpRequest request) => new OkResult();

        [Function("Third")]
        public static IActionResult Third([HttpTrigger("delete", Route = "people/{key}")] HttpRequest request) => new OkResult();

        [Function("Earlier")]
        public static IActionResult Earlier([HttpTrigger("get", Route = "people/{key:int}")] HttpRequest request) => new OkResult();
    }

    public static class WrongOrder
    {
        [Function("Any")]
        public static IActionResult Any([HttpTrigger("get", Route = "people/{key}")] HttpRequest request) => new OkResult();

        [Function("Special")]
        public static IActionResult Special([HttpTrigger("get", Route = "people/new")] HttpRequest request) => new OkResult();
    }

    public static class UnknownConstraint
    {
        [Function("Constrained")]
        public static IActionResult Run([HttpTrigger("get", Route = "people/{id:number}")] HttpRequest request) => new OkResult();
    }

    public static class BrokenRoute
    {
        [Function("Broken")]
        public static IActionResult Run([HttpTrigger("get", Route = "people/{id")] HttpRequest request) => new OkResult();
    }

    public static class ReservedRoute
    {
        [Function("Reserved")]
        public static IActionResult Run([HttpTrigger("get", Route = "runtime/mine")] HttpRequest request) => new OkResult();
    }

    public static class BadName
    {
        [Function("2 words")]
        public static void Run([ActivityTrigger] string input) => _ = input;
    }

    public static class BadSchedule
    {
        [Function("Often")]
        public static void Run([TimerTrigger("every day")] TimerInfo timer) => _ = timer;
    }

    public static class UnknownSetting
    {
        [Function("Sometimes")]
        public static void Run([TimerTrigger("%NoSuchSchedule%")] TimerInfo timer) => _ = timer;
    }
}
