namespace Microsoft.DurableTask;

/// <summary>Writes inputs, outputs, events and statuses as text and reads them again.</summary>
public abstract class DataConverter
{
    /// <summary>Null stays null.</summary>
    public abstract string? Serialize(object? value);

    public abstract object? Deserialize(string? data, Type targetType);

    /// <summary>Nothing gives the type's default value.</summary>
    public virtual T? Deserialize<T>(string? data) => Deserialize(data, typeof(T)) is { } value ? (T)value : default;
}
