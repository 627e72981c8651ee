namespace Microsoft.Azure.Functions.Worker;

/// <summary>One invocation of a function.</summary>
public abstract class FunctionContext
{
    protected FunctionContext()
    {
    }

    public abstract BindingContext BindingContext { get; }

    /// <summary>Cancelled when the caller hangs up or the host stops.</summary>
    public virtual CancellationToken CancellationToken { get; }

    public abstract IInvocationFeatures Features { get; }

    public abstract FunctionDefinition FunctionDefinition { get; }

    public abstract string FunctionId { get; }

    /// <summary>Services of this invocation's scope.</summary>
    public abstract IServiceProvider InstanceServices { get; set; }

    public abstract string InvocationId { get; }

    public abstract IDictionary<object, object> Items { get; set; }

    public abstract RetryContext RetryContext { get; }

    public abstract TraceContext TraceContext { get; }
}
