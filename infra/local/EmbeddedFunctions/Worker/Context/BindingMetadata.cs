namespace Microsoft.Azure.Functions.Worker;

/// <summary>One binding of a function.</summary>
public abstract class BindingMetadata
{
    protected BindingMetadata()
    {
    }

    public abstract BindingDirection Direction { get; }

    public abstract string Name { get; }

    public abstract string Type { get; }
}

/// <summary>Into the function or out of it.</summary>
public enum BindingDirection
{
    In = 0,
    Out = 1,
}
