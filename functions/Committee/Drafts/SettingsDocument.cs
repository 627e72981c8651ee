using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ilnp.Cohort;

namespace Ilnp.Committee.Drafts;

/// <summary>
/// A settings file that is being written: values by their place (<c>dates.announce</c>), right or not yet right. What no field of
/// the form is for stays as it is.
/// </summary>
sealed class SettingsDocument
{
    static readonly JsonSerializerOptions Json = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    readonly JsonObject root;

    SettingsDocument(JsonObject root) => this.root = root;

    /// <exception cref="JsonException">It is no group of settings.</exception>
    public static SettingsDocument Parse(string json) =>
        new(
            JsonNode.Parse(json, new JsonNodeOptions { PropertyNameCaseInsensitive = true }, Lenient) as JsonObject
                ?? throw new JsonException("A group of settings is expected."));

    public JsonNode? this[string place]
    {
        get => place.Split('.').Aggregate((JsonNode?)root, (node, name) => (node as JsonObject)?[name]);
        set
        {
            var names = place.Split('.');
            if (value is not null) names[..^1].Aggregate(root, Group)[names[^1]] = value;
            else (names[..^1].Aggregate((JsonNode?)root, (node, name) => (node as JsonObject)?[name]) as JsonObject)?.Remove(names[^1]);
        }
    }

    /// <summary>As a field shows it; empty when there is nothing.</summary>
    public string Text(string place) => Words(this[place]);

    public IReadOnlyList<string> List(string place) =>
        this[place] is JsonArray list ? [.. list.Select(Words).Where(word => word.Length > 0)] : [];

    /// <summary>The committee, as far as it is one.</summary>
    public IReadOnlyList<JsonObject> Committee => this["committee"] is JsonArray list ? [.. list.OfType<JsonObject>()] : [];

    /// <summary>Addresses of those with the role lead.</summary>
    public IEnumerable<string> Leads =>
        Committee.Where(member => Roles(member).Contains("lead"))
            .Select(member => Words(member["email"])).Where(address => address.Length > 0);

    public static IReadOnlyList<string> Roles(JsonObject member) =>
        member["roles"] is JsonArray roles ? [.. roles.Select(role => Words(role).ToLowerInvariant())] : [];

    public static string Words(JsonNode? node) => node switch
    {
        null => "",
        JsonArray list => string.Join(", ", list.Select(Words)),
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        _ => node.ToJsonString(Json),
    };

    /// <summary>A day that a cohort can be planned on, when one stands there.</summary>
    public DateOnly? Day(string place) =>
        DateOnly.TryParseExact(Text(place), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && CohortSettingsRules.IsInReach(day) ? day : null;

    public int? Number(string place) =>
        int.TryParse(Text(place), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    public override string ToString() => root.ToJsonString(Json);

    static JsonObject Group(JsonObject within, string name)
    {
        if (within[name] is JsonObject found) return found;
        var made = new JsonObject(within.Options);
        within[name] = made;
        return made;
    }
}
