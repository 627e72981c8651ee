using EmbeddedFunctions.Hosting.Invocations;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Reading and replacing an invocation's result in middleware.</summary>
public static class FunctionContextBindingFeatureExtensions
{
    /// <exception cref="InvalidOperationException">The result is of another type.</exception>
    public static InvocationResult<T> GetInvocationResult<T>(this FunctionContext context) => new TypedInvocationResult<T>(ResultOf(context));

    public static InvocationResult GetInvocationResult(this FunctionContext context) => new UntypedInvocationResult(ResultOf(context));

    static InvocationValue ResultOf(FunctionContext context) =>
        context.Features.Get<InvocationValue>() ?? throw new InvalidOperationException("This invocation has no result to read.");
}
