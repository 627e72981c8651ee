using EmbeddedFunctions.Hosting.Http;
using EmbeddedFunctions.Hosting.Invocations;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Reading and replacing an invocation's inputs and result in middleware.</summary>
public static class FunctionContextBindingFeatureExtensions
{
    /// <summary>The value that the binding's parameter will have.</summary>
    /// <exception cref="InvalidOperationException">The function has no such parameter, or its value is of another type.</exception>
    public static async ValueTask<InputBindingData<T>> BindInputAsync<T>(this FunctionContext context, BindingMetadata bindingMetadata)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(bindingMetadata);
        return await BoundInput<T>.BindAsync(context, bindingMetadata);
    }

    /// <exception cref="InvalidOperationException">The result is of another type.</exception>
    public static InvocationResult<T> GetInvocationResult<T>(this FunctionContext context) => new TypedInvocationResult<T>(ResultOf(context));

    public static InvocationResult GetInvocationResult(this FunctionContext context) => new UntypedInvocationResult(ResultOf(context));

    /// <summary>Those outputs of a function that has run whose values are of that type.</summary>
    public static IEnumerable<OutputBindingData<T>> GetOutputBindings<T>(this FunctionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (HttpOutput.Of(context) is { Value: T } output) yield return new TypedOutput<T>(output);
    }

    static InvocationValue ResultOf(FunctionContext context) =>
        context.Features.Get<InvocationValue>() ?? throw new InvalidOperationException("This invocation has no result to read.");
}
