using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace FunctionsHost.Durable.Management;

/// <summary>A request's JSON, whatever its content type says.</summary>
/// <param name="Value">Null for an empty body.</param>
readonly record struct JsonBody(bool Valid, JsonElement? Value)
{
    public static async Task<JsonBody> ReadAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var text = await reader.ReadToEndAsync(http.RequestAborted);
        if (text.Length == 0) return new(true, null);
        try
        {
            return new(true, JsonSerializer.Deserialize<JsonElement>(text));
        }
        catch (JsonException)
        {
            return new(false, null);
        }
    }
}
