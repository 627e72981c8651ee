using System.Collections;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Ilnp.Cohort;

/// <summary>
/// Compares JSON with the type that it is to become and names every difference, where the serializer would stop at the
/// first.
/// </summary>
static class SettingsShape
{
    /// <param name="besides">Names that may stand beside the type's own.</param>
    public static IEnumerable<string> Check(
        JsonNode? node, JsonTypeInfo type, JsonSerializerOptions options,
        string place = "", params IReadOnlyList<string> besides) => type.Kind switch
        {
            JsonTypeInfoKind.Object => CheckObject(node, type, options, place, besides),
            JsonTypeInfoKind.Enumerable when type.ElementType is { } element => CheckList(node, element, options, place),
            _ => CheckValue(node, type, options, place),
        };

    /// <summary>What stands under a name, in whatever case; null when nothing does.</summary>
    public static JsonNode? Find(JsonNode? node, string name) =>
        node is JsonObject found ? found.FirstOrDefault(entry => Same(entry.Key, name)).Value : null;

    static IEnumerable<string> CheckObject(
        JsonNode? node, JsonTypeInfo type, JsonSerializerOptions options, string place, IReadOnlyList<string> besides)
    {
        if (node is not JsonObject found)
        {
            yield return $"{Name(place)}: a group of settings in {{ }} is expected.";
            yield break;
        }

        var settable = type.Properties.Where(property => (property.Set is not null || property.IsRequired) && !property.IsExtensionData)
            .ToList();
        foreach (var property in settable)
        {
            var inner = Inner(place, property.Name);
            if (found.FirstOrDefault(entry => Same(entry.Key, property.Name)) is { Key: not null } entry)
            {
                if (entry.Value is null && property.IsSetNullable) continue;
                foreach (var problem in Check(entry.Value, options.GetTypeInfo(property.PropertyType), options, inner))
                    yield return problem;
            }
            else if (property.IsRequired)
            {
                yield return $"{inner}: is missing.";
            }
        }

        foreach (var unknown in found.Where(entry =>
            !settable.Any(property => Same(entry.Key, property.Name)) && !besides.Any(name => Same(entry.Key, name))))
            yield return $"{Inner(place, unknown.Key)}: there is no such "
                + $"setting{Suggestion(unknown.Key, settable.Select(property => property.Name).Concat(besides))}";
    }

    static IEnumerable<string> CheckList(JsonNode? node, Type element, JsonSerializerOptions options, string place) =>
        node is JsonArray list
            ? list.SelectMany((item, index) => Check(item, options.GetTypeInfo(element), options, $"{place}[{index + 1}]"))
            : [$"{Name(place)}: a list in [ ] is expected."];

    static IEnumerable<string> CheckValue(JsonNode? node, JsonTypeInfo type, JsonSerializerOptions options, string place)
    {
        try
        {
            if (node.Deserialize(type) is not null || Nullable.GetUnderlyingType(type.Type) is not null) return [];
            return [$"{Name(place)}: {Expected(type.Type)} is expected, but it is empty."];
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException)
        {
            return [$"{Name(place)}: {node?.ToJsonString(options)} is not {Expected(type.Type)}."];
        }
    }

    static string Expected(Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        var t when t == typeof(DateOnly) => "a date like 2020-03-31",
        var t when t == typeof(int) || t == typeof(long) => "a whole number",
        var t when t == typeof(double) || t == typeof(decimal) => "a number",
        var t when t == typeof(bool) => "true or false",
        var t when t == typeof(string) => "a text in quotes",
        { IsEnum: true } t => "one of " + string.Join(", ", Enum.GetNames(t).Select(JsonNamingPolicy.CamelCase.ConvertName)),
        var t when typeof(IEnumerable).IsAssignableFrom(t) => "a list of names and texts",
        _ => "a value of the right kind",
    };

    static string Suggestion(string unknown, IEnumerable<string> known) =>
        NearestName.Of(unknown, known) is { } near
            ? $"; do you mean {near}?"
            : ".";

    static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    static string Inner(string place, string name) => place.Length == 0 ? name : $"{place}.{name}";

    static string Name(string place) => place.Length == 0 ? "The file" : place;
}
