namespace Microsoft.Azure.Functions.Worker.Converters;

/// <summary>Whether a converter took on a parameter, and its value or what went wrong.</summary>
public readonly struct ConversionResult
{
    ConversionResult(ConversionStatus status, object? value, Exception? error) => (Status, Value, Error) = (status, value, error);

    public Exception? Error { get; }

    public ConversionStatus Status { get; }

    public object? Value { get; }

    public static ConversionResult Failed(Exception exception) => new(ConversionStatus.Failed, null, exception);

    public static ConversionResult Success(object? value) => new(ConversionStatus.Succeeded, value, null);

    public static ConversionResult Unhandled() => new(ConversionStatus.Unhandled, null, null);
}

/// <summary>What a converter made of a parameter.</summary>
public enum ConversionStatus
{
    Unhandled = 0,
    Succeeded = 1,
    Failed = 2,
}
