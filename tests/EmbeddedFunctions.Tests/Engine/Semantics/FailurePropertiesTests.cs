using Microsoft.DurableTask;
using Microsoft.DurableTask.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace EmbeddedFunctions.Tests.Engine.Semantics;

/// <summary>What an app keeps of its exceptions beside type, message and stack trace.</summary>
public sealed class FailurePropertiesTests
{
    static readonly DateTime Noon = new(2020, 3, 2, 12, 0, 0, DateTimeKind.Utc);
    readonly TestHub hub = new();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task GivenAProvider_WhenAnActivityFails_ThenItsPropertiesAreTheSameInTheRunAfterItAndForTheClient(bool replayEveryStep)
    {
        await using var host = await StartAsync(new Provider(), replayEveryStep);

        var end = await host.Client.RunAsync("Outer");

        Assert.Equal("Double 3, True, DateTime 2020-03-02T12:00:00.0000000Z, String Sunday, a 1, null", end.ReadCustomStatusAs<string>());
        var failure = end.FailureDetails!;
        Assert.Equal("Microsoft.DurableTask.TaskFailedException", failure.ErrorType);
        Assert.Null(failure.Properties);
        var properties = failure.InnerFailure!.Properties!;
        Assert.Equal(3.0, properties["number"]);
        Assert.Equal(Noon, properties["date"]);
        Assert.Equal(new DateTimeOffset(Noon, TimeSpan.Zero), properties["offset"]);
        Assert.Equal(new List<object?> { "a", 1.0 }, Assert.IsType<List<object?>>(properties["list"]));
        Assert.Equal("inner", Assert.IsType<Dictionary<string, object?>>(properties["nested"])["of"]);
        Assert.Equal("dt:no date", properties["text"]);
        Assert.Equal(7.0, failure.InnerFailure.InnerFailure!.Properties!["code"]);
    }

    [Fact]
    public async Task GivenAProvider_WhenAnOrchestratorFailsByItself_ThenItsPropertiesAreKept()
    {
        await using var host = await StartAsync(new Provider());

        Assert.Equal(7.0, (await host.Client.RunAsync("Alone")).FailureDetails!.Properties!["code"]);
    }

    [Fact]
    public async Task GivenAProviderThatThrows_WhenAnActivityFails_ThenTheFailureIsKeptAndTheLogSaysWhy()
    {
        await using var host = await StartAsync(new Broken());

        var failure = (await host.Client.RunAsync("Alone")).FailureDetails!;

        Assert.Equal(("alone", null), (failure.ErrorMessage, failure.Properties));
        Assert.Contains(hub.Logs.Lines, message => message.Contains("could not be read", StringComparison.Ordinal));
    }

    Task<EmbeddedFunctions.Engine.DurableTaskTestHost> StartAsync(IExceptionPropertiesProvider provider, bool replayEveryStep = false) => hub.StartAsync(
        tasks => tasks
            .AddOrchestratorFunc("Outer", async context =>
            {
                try
                {
                    await context.CallActivityAsync("Breaks");
                }
                catch (TaskFailedException e)
                {
                    context.SetCustomStatus(Describe(e.FailureDetails.Properties!));
                    await context.CreateTimer(TimeSpan.Zero, CancellationToken.None);
                    throw;
                }
            })
            .AddOrchestratorFunc("Alone", _ => throw new CodedException("alone", null))
            .AddActivityFunc("Breaks", (TaskActivityContext _) => throw new InvalidDataException("outer", new CodedException("inner", null))),
        options => options.ReplayEveryStep = replayEveryStep,
        services => services.AddSingleton(provider));

    static string Describe(IDictionary<string, object?> of) => FormattableString.Invariant(
        $"{of["number"]!.GetType().Name} {of["number"]}, {of["truth"]}, {of["date"]!.GetType().Name} {of["date"]:O}, {of["day"]!.GetType().Name} {of["day"]}, ")
        + $"{string.Join(' ', (List<object?>)of["list"]!)}, {of["nothing"] ?? "null"}";

    sealed class CodedException(string message, Exception? inner) : Exception(message, inner);

    sealed class Provider : IExceptionPropertiesProvider
    {
        public IDictionary<string, object?>? GetExceptionProperties(Exception exception) => exception switch
        {
            InvalidDataException => new Dictionary<string, object?>
            {
                ["number"] = 3,
                ["truth"] = true,
                ["date"] = Noon,
                ["offset"] = new DateTimeOffset(Noon),
                ["day"] = DayOfWeek.Sunday,
                ["list"] = new object[] { "a", 1L },
                ["nested"] = new Dictionary<string, object?> { ["of"] = "inner" },
                ["nothing"] = null,
                ["text"] = "dt:no date",
            },
            CodedException => new Dictionary<string, object?> { ["code"] = 7 },
            _ => null,
        };
    }

    sealed class Broken : IExceptionPropertiesProvider
    {
        public IDictionary<string, object?>? GetExceptionProperties(Exception exception) => throw new InvalidOperationException("broken");
    }
}
