using System.Diagnostics;

namespace FunctionsHost.Tests.Published;

/// <summary>Functions of the app that runs in a process of its own, beside those that tests of one in this process have.</summary>
public static class PublishedFunctions
{
    [Function("Well")]
    public static IActionResult Well(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "well/{name=you}")] HttpRequest request, string name) =>
        new ContentResult { Content = $"{name} {Environment.GetEnvironmentVariable("Some__Setting")}" };

    [Function("Moved")]
    public static IActionResult Moved([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "moved")] HttpRequest request) =>
        new RedirectResult("/elsewhere");

    [Function("CalledAs")]
    public static IActionResult CalledAs([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "called-as")] HttpRequest request) =>
        new ContentResult { Content = request.Host.Value };

    [Function("Waits")]
    public static async Task<IActionResult> Waits(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "waits")] HttpRequest request,
        FunctionContext context,
        CancellationToken cancellation)
    {
        var logger = context.GetLogger("Waits");
        logger.LogInformation("waiting");
        await Task.Delay(Timeout.Infinite, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        logger.LogInformation("told to end");
        return new OkResult();
    }

    [Function("Dies")]
    public static IActionResult Dies([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "dies")] HttpRequest request)
    {
        Process.GetCurrentProcess().Kill();
        return new OkResult();
    }

    [Function("Begin")]
    public static async Task<IActionResult> Begin(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "begin")] HttpRequest request, [DurableClient] DurableTaskClient client)
    {
        var id = await client.ScheduleNewOrchestrationInstanceAsync(nameof(Greets), "Ana");
        return new ContentResult { Content = (await client.WaitForInstanceCompletionAsync(id, true)).ReadOutputAs<string>() };
    }

    /// <summary>What an activity hears of whose trace it is in, where whoever starts the orchestration is in one.</summary>
    [Function("BeginTraced")]
    public static async Task<IActionResult> BeginTraced(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "begin-traced")] HttpRequest request,
        [DurableClient] DurableTaskClient client)
    {
        using var telemetry = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
        };
        ActivitySource.AddActivityListener(telemetry);
        using var source = new ActivitySource("Test");
        using var mine = source.StartActivity("begins")!;
        var id = await client.ScheduleNewOrchestrationInstanceAsync(nameof(Traced));
        return new ContentResult
        {
            Content = $"{mine.TraceId} {(await client.WaitForInstanceCompletionAsync(id, true)).ReadOutputAs<string>()}",
        };
    }

    [Function(nameof(Traced))]
    public static Task<string> Traced([OrchestrationTrigger] TaskOrchestrationContext context) =>
        context.CallActivityAsync<string>(nameof(Trace));

    [Function(nameof(Trace))]
    public static string Trace([ActivityTrigger] string? nothing, FunctionContext context) => context.TraceContext.TraceParent;

    [Function(nameof(Greets))]
    public static Task<string> Greets([OrchestrationTrigger] TaskOrchestrationContext context, string name) =>
        context.CallActivityAsync<string>(nameof(Greet), name);

    [Function(nameof(Greet))]
    public static string Greet([ActivityTrigger] string name) => $"Good morning, {name}";
}
