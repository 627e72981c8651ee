using System.Text.Json;
using System.Text.Json.Serialization;

namespace EmbeddedFunctions.Engine.History;

/// <summary>Stores the properties kept of exceptions; see <see cref="FailureProperty"/>.</summary>
sealed class FailurePropertiesJson : JsonConverter<IDictionary<string, object?>>
{
    public override IDictionary<string, object?>? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var json = JsonDocument.ParseValue(ref reader);
        return (IDictionary<string, object?>?)FailureProperty.Read(json.RootElement);
    }

    public override void Write(Utf8JsonWriter writer, IDictionary<string, object?> value, JsonSerializerOptions options)
        => FailureProperty.Write(writer, value);
}
