using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker.Converters;

namespace Microsoft.Azure.Functions.Worker.Http;

/// <summary>Reads the body as JSON with the web defaults: camel case, names in any case.</summary>
sealed class FromBodyConverter : IInputConverter
{
    public async ValueTask<ConversionResult> ConvertAsync(ConverterContext context)
    {
        if (context.FunctionContext.GetHttpContext() is not { } http) return ConversionResult.Unhandled();
        try
        {
            return ConversionResult.Success(await http.Request.ReadFromJsonAsync(context.TargetType, http.RequestAborted));
        }
        catch (Exception e) when (e is System.Text.Json.JsonException or InvalidOperationException or NotSupportedException)
        {
            return ConversionResult.Failed(e);
        }
    }
}
