namespace Microsoft.Azure.Functions.Worker;

/// <summary>Values that came with the trigger, by name; route values for HTTP.</summary>
public abstract class BindingContext
{
    protected BindingContext()
    {
    }

    public abstract IReadOnlyDictionary<string, object?> BindingData { get; }
}
