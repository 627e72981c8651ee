namespace Microsoft.Azure.Functions.Worker.Converters;

/// <summary>Turns what the trigger brought into a parameter's value.</summary>
public interface IInputConverter
{
    ValueTask<ConversionResult> ConvertAsync(ConverterContext context);
}
