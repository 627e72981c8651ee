using System.Collections;
using System.Globalization;
using System.Text.Json;

namespace EmbeddedFunctions.Engine.History;

/// <summary>A property kept of an exception: what it is turned into at once, so that it is the same before and after being stored.</summary>
static class FailureProperty
{
    const string Date = "dt:";
    const string DateWithOffset = "dto:";

    /// <summary>Null, text, truth value, date (with or without offset) or double; or a list or dictionary of such.</summary>
    public static object? Plain(object? value) => value switch
    {
        null or string or bool or double or DateTime or DateTimeOffset => value,
        int or long or float or decimal => Convert.ToDouble(value, CultureInfo.InvariantCulture),
        IDictionary<string, object?> properties => properties.ToDictionary(pair => pair.Key, pair => Plain(pair.Value)),
        IEnumerable items => items.Cast<object?>().Select(Plain).ToList(),
        _ => value.ToString() ?? string.Empty,
    };

    public static void Write(Utf8JsonWriter json, object? plain)
    {
        switch (plain)
        {
            case null: json.WriteNullValue(); break;
            case bool truth: json.WriteBooleanValue(truth); break;
            case double number when double.IsFinite(number): json.WriteNumberValue(number); break;
            case double number: json.WriteStringValue(number.ToString(CultureInfo.InvariantCulture)); break;
            case DateTime date: json.WriteStringValue(Date + date.ToString("O", CultureInfo.InvariantCulture)); break;
            case DateTimeOffset date: json.WriteStringValue(DateWithOffset + date.ToString("O", CultureInfo.InvariantCulture)); break;
            case IDictionary<string, object?> properties: Write(json, properties); break;
            case IList items: Write(json, items); break;
            default: json.WriteStringValue((string)plain); break;
        }
    }

    public static object? Read(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => Read(json.GetString()!),
        JsonValueKind.Number => json.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Array => json.EnumerateArray().Select(Read).ToList(),
        JsonValueKind.Object => json.EnumerateObject().ToDictionary(property => property.Name, property => Read(property.Value)),
        _ => null,
    };

    static object Read(string text)
    {
        if (text.StartsWith(Date, StringComparison.Ordinal)
            && DateTime.TryParse(text.AsSpan(Date.Length), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var date)) return date;
        return text.StartsWith(DateWithOffset, StringComparison.Ordinal)
            && DateTimeOffset.TryParse(text.AsSpan(DateWithOffset.Length), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var withOffset)
            ? withOffset
            : text;
    }

    static void Write(Utf8JsonWriter json, IDictionary<string, object?> properties)
    {
        json.WriteStartObject();
        foreach (var (name, value) in properties)
        {
            json.WritePropertyName(name);
            Write(json, value);
        }

        json.WriteEndObject();
    }

    static void Write(Utf8JsonWriter json, IList items)
    {
        json.WriteStartArray();
        foreach (var item in items) Write(json, item);
        json.WriteEndArray();
    }
}
