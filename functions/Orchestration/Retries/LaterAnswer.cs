using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;

namespace Ilnp.Orchestration.Retries;

/// <summary>
/// Answers <see cref="TryLater"/> for an activity that met what may pass by itself. As an exception it would stand in the
/// orchestration's history as a failed activity, and letting a failed orchestration go on takes every failed activity out of
/// its history: also those tried again since, after which the rest would not fit any more.
/// </summary>
public sealed class LaterAnswer(ILogger<LaterAnswer> logger) : IFunctionsWorkerMiddleware
{
    /// <inheritdoc/>
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (Exception e) when (IsActivity(context))
        {
            if (TransientFailure.In(ActivityFailure.Of(e)) is not { } transient) throw;
            logger.LogWarning("{Activity} is to be tried later: {Reason}", context.FunctionDefinition.Name, transient.ErrorMessage);
            context.GetInvocationResult().Value = new TryLater(transient.ErrorMessage);
        }
    }

    static bool IsActivity(FunctionContext context) =>
        context.FunctionDefinition.InputBindings.Values.Any(binding => binding.Type == Triggers.Activity);
}
