using System.Text.RegularExpressions;
using EmbeddedFunctions.Hosting;
using EmbeddedFunctions.Hosting.Settings;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.DurableTask;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace EmbeddedFunctions.Tests.Hosting;

[Collection("host")]
public sealed class StartErrorTests(StorageFixture storage)
{
    [Theory]
    [InlineData(typeof(TwoOfOneName), "The function name Same is taken more than once")]
    [InlineData(typeof(TwoOnOneRoute), "Functions First and Second have the same route, /people/{key}, for the same method.")]
    [InlineData(typeof(UnknownConstraint), "its route \"people/{id:number}\" cannot be used")]
    [InlineData(typeof(BrokenRoute), "its route \"people/{id\" cannot be used")]
    [InlineData(typeof(ReservedRoute), "routes under /runtime belong to the host")]
    [InlineData(typeof(NotPublic), "must be a public method of a public class")]
    [InlineData(typeof(TwoTriggers), "has 2 trigger parameters")]
    [InlineData(typeof(BadName), "a name is a letter and up to 127")]
    [InlineData(typeof(UnboundParameter), "nothing fills its parameter other (Int32)")]
    [InlineData(typeof(WrongTriggerType), "its trigger parameter body cannot be a String")]
    [InlineData(typeof(ContextAsTrigger), "its trigger parameter http cannot be a HttpContext")]
    [InlineData(typeof(RetriedActivity), "its trigger takes no retries; only timer functions have them")]
    [InlineData(typeof(BadSchedule), "its schedule \"every day\" is neither")]
    [InlineData(typeof(UnknownSetting), "refers to the setting NoSuchSchedule, which is not set")]
    [InlineData(typeof(AbstractInput), "the real worker cannot fill its input people of type IReadOnlyList`1")]
    [InlineData(typeof(MissingService), "needs Uri, which no service registration gives")]
    public void GivenAMistakeInAFunction_WhenTheHostIsBuilt_ThenTheErrorNamesIt(Type functions, string expected)
    {
        var error = Assert.Throws<FunctionsHostStartException>(() => HostUnderTest.Builder(storage).ServeOnly(functions).Build());

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(EmbeddedHostSettings.Storage, "", "The setting AzureWebJobsStorage is missing")]
    [InlineData(EmbeddedHostSettings.Storage, "nonsense", "The setting AzureWebJobsStorage is no connection string")]
    [InlineData(EmbeddedHostSettings.Urls, "7071", "which is no address")]
    [InlineData("FUNCTIONS_REQUEST_BODY_SIZE_LIMIT", "much", "which is no number of bytes")]
    [InlineData(EmbeddedHostSettings.HostJson, "/no/such/host.json", "which does not exist")]
    public void GivenAWrongSetting_WhenTheHostIsBuilt_ThenTheErrorNamesIt(string name, string value, string expected)
    {
        var builder = HostUnderTest.Builder(storage);
        builder.Configuration[name] = value;

        var error = Assert.Throws<FunctionsHostStartException>(() => builder.ServeOnly().Build());

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void GivenMistakesOfAllKinds_WhenTheHostIsBuilt_ThenOneStartTellsThemAll()
    {
        var builder = HostUnderTest.Builder(storage, """{"version":"2","functions":["Nobody","First","Second","Missing","Hidden","Often","Unbound","Fixed"]}""");
        builder.Configuration[EmbeddedHostSettings.Storage] = "nonsense";
        builder.Configuration["WEBSITE_TIME_ZONE"] = "Middle Earth";

        var error = Assert.Throws<FunctionsHostStartException>(() => builder.ServeOnly(
            typeof(TwoOnOneRoute), typeof(MissingService), typeof(NotPublic), typeof(BadSchedule), typeof(UnboundParameter), typeof(RetriedActivity)).Build());

        Assert.Collection(
            error.Message.Split(Environment.NewLine).Order(StringComparer.Ordinal),
            line => Assert.Contains("MissingService needs Uri, which no service registration gives", line, StringComparison.Ordinal),
            line => Assert.Contains("Function Fixed: its trigger takes no retries", line, StringComparison.Ordinal),
            line => Assert.Contains("Function Hidden", line, StringComparison.Ordinal),
            line => Assert.Contains("Function Often: its schedule", line, StringComparison.Ordinal),
            line => Assert.Contains("Function Unbound: nothing fills its parameter other", line, StringComparison.Ordinal),
            line => Assert.Contains("Functions First and Second have the same route", line, StringComparison.Ordinal),
            line => Assert.Contains("The setting AzureWebJobsStorage is no connection string", line, StringComparison.Ordinal),
            line => Assert.Contains("WEBSITE_TIME_ZONE is \"Middle Earth\"", line, StringComparison.Ordinal),
            line => Assert.Contains("host.json: functions names Nobody", line, StringComparison.Ordinal),
            line => Assert.Contains("host.json: version must be", line, StringComparison.Ordinal));
    }

    [Fact]
    public void GivenHttpFunctions_WhenTheAppDidNotAskForThem_ThenTheErrorSaysHow()
    {
        var builder = FunctionsApplication.CreateBuilder([$"--{EmbeddedHostSettings.Storage}={storage.ConnectionString}"]).ServeOnly(typeof(TwoOnOneRoute));

        Assert.Contains("ConfigureFunctionsWebApplication", Assert.Throws<FunctionsHostStartException>(builder.Build).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenAPortInUse_WhenTheHostStarts_ThenOneSentenceSaysWhatToDo()
    {
        await using var first = await HostUnderTest.StartAsync(HostUnderTest.Builder(storage));
        var builder = HostUnderTest.Builder(storage);
        builder.Configuration[EmbeddedHostSettings.Urls] = first.Host.Address().ToString();

        var error = await Assert.ThrowsAsync<FunctionsHostStartException>(() => HostUnderTest.StartAsync(builder));

        Assert.Equal($"The address {first.Host.Address()} is in use: stop the program that has it, or choose another with EmbeddedHost:Urls=http://localhost:7072.", error.Message);
    }

    [Fact]
    public async Task GivenInvalidOptions_WhenTheHostStarts_ThenAllMistakesAreTold()
    {
        var builder = HostUnderTest.Builder(storage);
        builder.Services.AddOptions<HostOptions>("some").Validate(_ => false, "One is wrong.").Validate(_ => false, "DataAnnotation validation failed for 'X' members: 'Y' with the error: 'Another is wrong.'.").ValidateOnStart();

        var error = await Assert.ThrowsAsync<FunctionsHostStartException>(() => HostUnderTest.StartAsync(builder));

        Assert.Equal($"One is wrong.{Environment.NewLine}Another is wrong.", error.Message);
    }

    [Fact]
    public async Task GivenNoStorage_WhenTheHostStarts_ThenOneSentenceSaysWhatToDo()
    {
        var builder = HostUnderTest.Builder(storage);
        builder.Configuration[EmbeddedHostSettings.Storage] = Regex.Replace(storage.ConnectionString, @"127\.0\.0\.1:\d+", "127.0.0.1:1");

        var error = await Assert.ThrowsAsync<FunctionsHostStartException>(() => HostUnderTest.StartAsync(builder));

        Assert.Equal("The storage account does not answer: start Azurite, or check the setting AzureWebJobsStorage.", error.Message);
    }

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

        [Function("Fourth")]
        public static IActionResult Fourth([HttpTrigger("get", Route = "people/{key:int}")] HttpRequest request) => new OkResult();
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

    public static class NotPublic
    {
        [Function("Hidden")]
        internal static void Run([ActivityTrigger] string input) => _ = input;
    }

    public static class TwoTriggers
    {
        [Function("Torn")]
        public static void Run([ActivityTrigger] string input, [TimerTrigger("0 0 0 * * *")] TimerInfo timer) => _ = (input, timer);
    }

    public static class BadName
    {
        [Function("2 words")]
        public static void Run([ActivityTrigger] string input) => _ = input;
    }

    public static class UnboundParameter
    {
        [Function("Unbound")]
        public static void Run([ActivityTrigger] string input, int other) => _ = (input, other);
    }

    public static class WrongTriggerType
    {
        [Function("Wrong")]
        public static IActionResult Run([HttpTrigger("post")] string body) => new OkObjectResult(body);
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

    public static class AbstractInput
    {
        [Function("Abstract")]
        public static Task Run([OrchestrationTrigger] TaskOrchestrationContext context, IReadOnlyList<string> people) => Task.FromResult(people);
    }

    public static class RetriedActivity
    {
        [Function("Fixed")]
        [FixedDelayRetry(3, "00:00:10")]
        public static void Run([ActivityTrigger] string input) => _ = input;
    }

    public static class ContextAsTrigger
    {
        [Function("Whole")]
        public static IActionResult Run([HttpTrigger("get")] HttpContext http) => new OkObjectResult(http.TraceIdentifier);
    }

    public sealed class MissingService(Uri address)
    {
        [Function("Missing")]
        public void Run([ActivityTrigger] string input) => _ = (input, address);
    }
}
