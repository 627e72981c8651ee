using Microsoft.Azure.Functions.Worker;

namespace EmbeddedFunctions.Hosting.Invocations;

/// <summary>Holds what a function returned until its trigger takes it.</summary>
sealed class InvocationValue
{
    public object? Value { get; set; }
}

/// <summary>The result as middleware sees it.</summary>
sealed class UntypedInvocationResult(InvocationValue result) : InvocationResult
{
    public override object? Value
    {
        get => result.Value;
        set => result.Value = value;
    }
}

/// <summary>The result as middleware sees it that knows the type.</summary>
sealed class TypedInvocationResult<T> : InvocationResult<T>
{
    readonly InvocationValue result;

    public TypedInvocationResult(InvocationValue result)
    {
        if (result.Value is not (null or T))
            throw new InvalidOperationException($"The result is a {result.Value.GetType()}, not a {typeof(T)}.");
        this.result = result;
    }

    public override T? Value
    {
        get => (T?)result.Value;
        set => result.Value = value;
    }
}
