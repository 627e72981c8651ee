using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Ilnp.Programme;

namespace Ilnp.Cohort;

/// <summary>Settings as a settings file writes them, without what is computed of them.</summary>
static class WrittenSettings
{
    public static readonly JsonSerializerOptions Json = new(SettingsSection.Json)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { OnlySettings } },
    };

    public static JsonNode? Of(CohortSettings settings) => JsonSerializer.SerializeToNode(settings, Json);

    static void OnlySettings(JsonTypeInfo type)
    {
        foreach (var computed in type.Properties.Where(property => property.Set is null && !property.IsExtensionData).ToList()) type.Properties.Remove(computed);
    }
}
