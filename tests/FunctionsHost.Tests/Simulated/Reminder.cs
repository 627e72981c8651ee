using DurableTask.Core;

namespace FunctionsHost.Tests.Simulated;

/// <summary>Asks every week until there is an answer, and gives the number of questions it took.</summary>
public sealed class Reminder : TaskOrchestration<int, string, string, string>
{
    bool isAnswered;

    public override async Task<int> RunTask(OrchestrationContext context, string whom)
    {
        for (var question = 1; ; question++)
        {
            await context.ScheduleTask<string>(typeof(Ask), whom);
            await context.CreateTimer(context.CurrentUtcDateTime.AddDays(7), true);
            if (isAnswered) return question;
        }
    }

    public override void OnEvent(OrchestrationContext context, string name, string input) => isAnswered = true;
}

public sealed class Ask : AsyncTaskActivity<string, string>
{
    /// <summary>What an activity waits for, by whom it asks.</summary>
    public static ConcurrentDictionary<string, TaskCompletionSource> Gates { get; } = [];

    protected override async Task<string> ExecuteAsync(TaskContext context, string input)
    {
        if (Gates.TryGetValue(input, out var gate)) await gate.Task;
        return "asked";
    }
}
