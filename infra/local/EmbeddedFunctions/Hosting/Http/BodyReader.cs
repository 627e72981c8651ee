using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Http.Converters;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace EmbeddedFunctions.Hosting.Http;

/// <summary>Reads bodies as JSON by the options of ASP.NET Core MVC, as its model binding does.</summary>
sealed class BodyReader : IFromBodyConversionFeature
{
    public static readonly BodyReader Instance = new();

    /// <exception cref="InvalidOperationException">There is no body, or it is null or not declared as JSON.</exception>
    public async ValueTask<object?> ConvertAsync(FunctionContext context, Type targetType)
    {
        var http = context.GetHttpContext() ?? throw new InvalidOperationException("Only an HTTP request has a body.");
        var options = http.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.JsonSerializerOptions;
        return await http.Request.ReadFromJsonAsync(targetType, options, http.RequestAborted)
            ?? throw new InvalidOperationException("A non-empty request body is required.");
    }
}
