using EmbeddedFunctions.Engine.History;
using Microsoft.DurableTask;

namespace EmbeddedFunctions.Engine.Orchestrations;

/// <summary>A call that waits for its answer.</summary>
sealed class OpenCall(Decision decision)
{
    readonly TaskCompletionSource<string?> source = new();

    public Decision Decision { get; } = decision;

    public Task<string?> Task => source.Task;

    public void Cancel(CancellationToken cancellation) => source.TrySetCanceled(cancellation);

    public void Complete(Answer answer, string taskName)
    {
        _ = answer switch
        {
            ActivityCompleted completed => source.TrySetResult(completed.Result),
            ChildCompleted completed => source.TrySetResult(completed.Result),
            ActivityFailed failed => source.TrySetException(new CallFailedException(taskName, answer.Id, failed.Failure, failed.Final)),
            ChildFailed failed => source.TrySetException(new CallFailedException(taskName, answer.Id, failed.Failure, failed.Final)),
            _ => source.TrySetResult(null),
        };
    }
}

/// <summary>A failed attempt, on its way to the retries.</summary>
sealed class CallFailedException(string taskName, int taskId, TaskFailureDetails failure, bool final) : Exception(failure.ErrorMessage)
{
    public TaskFailureDetails Failure { get; } = failure;

    /// <summary>No retry can help.</summary>
    public bool Final { get; } = final;

    public TaskFailedException ForTheOrchestrator() => new(taskName, taskId, Failure);
}
