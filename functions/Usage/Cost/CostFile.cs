using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ilnp.Usage.Cost;

/// <summary>Figures that are part of the app, beside this file.</summary>
static class CostFile
{
    /// <summary>Nothing is missing in a file of figures, and nothing is misspelt.</summary>
    public static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
    };

    public static T Read<T>(string name)
    {
        using var file = typeof(CostFile).Assembly.GetManifestResourceStream($"Ilnp.Usage.Cost.{name}")!;
        return JsonSerializer.Deserialize<T>(file, Strict)!;
    }
}
