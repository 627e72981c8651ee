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

    [Function(nameof(Greets))]
    public static Task<string> Greets([OrchestrationTrigger] TaskOrchestrationContext context, string name) =>
        context.CallActivityAsync<string>(nameof(Greet), name);

    [Function(nameof(Greet))]
    public static string Greet([ActivityTrigger] string name) => $"Good morning, {name}";
}
