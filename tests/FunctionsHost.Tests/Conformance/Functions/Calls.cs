namespace FunctionsHost.Tests.Conformance.Functions;

/// <summary>Orchestrators that call activities.</summary>
public static class Calls
{
    [Function(nameof(Chain))]
    public static async Task<int> Chain([OrchestrationTrigger] TaskOrchestrationContext context, int length)
    {
        var number = 0;
        for (var i = 0; i < length; i++) number = await context.CallActivityAsync<int>(nameof(Activities.AddOne), number);
        return number;
    }

    [Function(nameof(FanOut))]
    public static async Task<int[]> FanOut([OrchestrationTrigger] TaskOrchestrationContext context, int width) =>
        await Task.WhenAll(Enumerable.Range(0, width).Select(i => context.CallActivityAsync<int>(nameof(Activities.AddOne), i)));

    [Function(nameof(CallOf))]
    public static Task<string> CallOf([OrchestrationTrigger] TaskOrchestrationContext context, string[] call) =>
        context.CallActivityAsync<string>(call[0], call[1]);

    [Function(nameof(CaughtCall))]
    public static async Task<string[]> CaughtCall([OrchestrationTrigger] TaskOrchestrationContext context, string[] call)
    {
        try
        {
            return [await context.CallActivityAsync<string>(call[0], call[1])];
        }
        catch (TaskFailedException e)
        {
            var failure = e.FailureDetails;
            var cause = failure.InnerFailure;
            return [e.TaskName, failure.ErrorType, failure.ErrorMessage, cause?.ErrorType ?? "", cause?.ErrorMessage ?? ""];
        }
    }

    /// <summary>Not by its name in place, where the analyzer would see the mistake.</summary>
    static string NumberTaker => nameof(Activities.AddOne);

    /// <summary>An activity that takes a number is given a text.</summary>
    [Function(nameof(WrongInput))]
    public static Task<int> WrongInput([OrchestrationTrigger] TaskOrchestrationContext context) =>
        context.CallActivityAsync<int>(NumberTaker, "no number");

    /// <returns>The number of the try that succeeded.</returns>
    [Function(nameof(Retry))]
    public static Task<int> Retry([OrchestrationTrigger] TaskOrchestrationContext context, int attempts) =>
        context.CallActivityAsync<int>(
            nameof(Activities.ThirdTime), context.InstanceId, new TaskOptions(new RetryPolicy(attempts, TimeSpan.FromMilliseconds(300))));

    /// <summary>Another kind of failure is not retried.</summary>
    [Function(nameof(RetryOthers))]
    public static Task<int> RetryOthers([OrchestrationTrigger] TaskOrchestrationContext context) => context.CallActivityAsync<int>(
        nameof(Activities.ThirdTime), context.InstanceId, new TaskOptions(new RetryPolicy(5, TimeSpan.FromMilliseconds(300))
        {
            HandleFailure = failure => !failure.IsCausedBy<TimeoutException>(),
        }));

    [Function(nameof(Whimsical))]
    public static async Task<string> Whimsical([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        await context.CallActivityAsync<string>(Activities.Whim(context.InstanceId), "a");
        await context.CallActivityAsync<string>(nameof(Activities.Echo), "b");
        return "not noticed";
    }

    /// <summary>Two activities that fail at first; the second is only called after the first.</summary>
    [Function(nameof(TwoBrittle))]
    public static async Task<string> TwoBrittle([OrchestrationTrigger] TaskOrchestrationContext context) =>
        await context.CallActivityAsync<string>(nameof(Activities.Brittle), $"{context.InstanceId}-1")
        + await context.CallActivityAsync<string>(nameof(Activities.Echo), " and sound");
}
