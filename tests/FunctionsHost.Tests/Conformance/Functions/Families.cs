namespace FunctionsHost.Tests.Conformance.Functions;

/// <summary>Orchestrators that call orchestrators.</summary>
public static class Families
{
    /// <summary>Of a chain, under the parent's id with <c>-child</c>.</summary>
    [Function(nameof(Parent))]
    public static Task<int> Parent([OrchestrationTrigger] TaskOrchestrationContext context, int length) =>
        context.CallSubOrchestratorAsync<int>(
            nameof(Calls.Chain), length, new SubOrchestrationOptions(instanceId: $"{context.InstanceId}-child"));

    [Function(nameof(CaughtChild))]
    public static async Task<string[]> CaughtChild([OrchestrationTrigger] TaskOrchestrationContext context, string child)
    {
        try
        {
            return [await context.CallSubOrchestratorAsync<string>(child, new[] { nameof(Activities.Fail), "why" })];
        }
        catch (TaskFailedException e)
        {
            return [e.TaskName, e.FailureDetails.ErrorType, e.FailureDetails.ErrorMessage, e.FailureDetails.InnerFailure?.ErrorType ?? ""];
        }
    }

    /// <summary>Two children under one id.</summary>
    [Function(nameof(ParentOfTwins))]
    public static Task<string[]> ParentOfTwins([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var options = new SubOrchestrationOptions(instanceId: $"{context.InstanceId}-child");
        return Task.WhenAll(new[] { "one", "other" }.Select(word => context.CallSubOrchestratorAsync<string>(nameof(Twin), word, options)));
    }

    [Function(nameof(Twin))]
    public static Task<string> Twin([OrchestrationTrigger] TaskOrchestrationContext context, string word) =>
        context.CallActivityAsync<string>(nameof(Activities.Echo), word);

    /// <returns>The ids of two children that were given none.</returns>
    [Function(nameof(IdsOfChildren))]
    public static async Task<string[]> IdsOfChildren([OrchestrationTrigger] TaskOrchestrationContext context) =>
        [await context.CallSubOrchestratorAsync<string>(nameof(OwnId)), await context.CallSubOrchestratorAsync<string>(nameof(OwnId))];

    /// <summary>A step of its own before the answer, so that it has a past.</summary>
    [Function(nameof(OwnId))]
    public static async Task<string> OwnId([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        await context.CallActivityAsync<string>(nameof(Activities.Echo), "");
        return $"{context.InstanceId} of {context.Parent?.InstanceId} {context.Parent?.Name}";
    }

    [Function(nameof(ParentOfBrittle))]
    public static async Task<string> ParentOfBrittle([OrchestrationTrigger] TaskOrchestrationContext context) =>
        await context.CallSubOrchestratorAsync<string>(
            nameof(Calls.TwoBrittle), new SubOrchestrationOptions(instanceId: $"{context.InstanceId}-child"));

    /// <summary>With a child that waits for ever.</summary>
    [Function(nameof(ParentOfWaiting))]
    public static Task ParentOfWaiting([OrchestrationTrigger] TaskOrchestrationContext context) =>
        context.CallSubOrchestratorAsync(
            nameof(Waits.ForAWord), options: new SubOrchestrationOptions(instanceId: $"{context.InstanceId}-child"));

    [Function(nameof(Versions))]
    public static async Task<string[]> Versions([OrchestrationTrigger] TaskOrchestrationContext context) =>
    [
        context.Version,
        await context.CallSubOrchestratorAsync<string>(nameof(OwnVersion)),
        await context.CallSubOrchestratorAsync<string>(nameof(OwnVersion), new SubOrchestrationOptions { Version = "3.0" }),
    ];

    [Function(nameof(OwnVersion))]
    public static string OwnVersion([OrchestrationTrigger] TaskOrchestrationContext context) => context.Version;
}
