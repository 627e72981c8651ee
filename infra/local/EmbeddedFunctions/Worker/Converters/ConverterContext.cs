namespace Microsoft.Azure.Functions.Worker.Converters;

/// <summary>One parameter to be filled.</summary>
public abstract class ConverterContext
{
    protected ConverterContext()
    {
    }

    public abstract FunctionContext FunctionContext { get; }

    public abstract IReadOnlyDictionary<string, object> Properties { get; }

    /// <summary>What the trigger brought for the parameter, null when nothing.</summary>
    public abstract object? Source { get; }

    public abstract Type TargetType { get; }
}
