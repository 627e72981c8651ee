using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace EmbeddedFunctions.Hosting.Invocations;

/// <summary>The app's middleware around every function.</summary>
sealed class FunctionPipeline
{
    readonly FunctionExecutionDelegate run;

    /// <param name="middleware">Outermost first.</param>
    public FunctionPipeline(IEnumerable<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> middleware) =>
        run = middleware.Reverse().Aggregate((FunctionExecutionDelegate)RunFunctionAsync, (next, wrap) => wrap(next));

    /// <summary>The function's result, or what middleware put in its place.</summary>
    public async Task<object?> RunAsync(InvocationContext context)
    {
        await run(context);
        return context.Result.Value;
    }

    static async Task RunFunctionAsync(FunctionContext context)
    {
        var invocation = context as InvocationContext
            ?? throw new InvalidOperationException("Middleware must pass on the context that it was given.");
        invocation.Result.Value = await invocation.Function.RunAsync(context);
    }
}
