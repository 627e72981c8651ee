using Ilnp.Orchestration;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace Ilnp.Usage;

/// <summary>
/// Counts every function that runs, and now and then has the count written down: after an activity or a timer, so that nobody's page waits
/// for it, and never beside an orchestrator, which may not do anything of its own.
/// </summary>
public sealed class CountedFunctions(UsageCount count, UsageLedger ledger) : IFunctionsWorkerMiddleware
{
    /// <inheritdoc/>
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        var trigger = Triggers.Of(context.FunctionDefinition);
        count.Executed(trigger);
        await next(context);
        if (trigger is Triggers.Activity or Triggers.Timer) await ledger.KeepAsync(context.CancellationToken);
    }
}
