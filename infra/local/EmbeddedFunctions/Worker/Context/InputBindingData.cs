namespace Microsoft.Azure.Functions.Worker;

/// <summary>One of the inputs of a function, before it runs; middleware may replace it.</summary>
public abstract class InputBindingData<T>
{
    protected InputBindingData()
    {
    }

    public abstract BindingMetadata BindingMetadata { get; }

    public abstract T? Value { get; set; }
}
