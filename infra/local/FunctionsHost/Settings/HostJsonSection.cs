using System.Globalization;
using System.Text.Json;

namespace FunctionsHost.Settings;

/// <summary>One object of <c>host.json</c>, which may be missing; whatever is of the wrong kind is added to the errors.</summary>
sealed class HostJsonSection(JsonElement? element, string path, StartErrors errors)
{
    readonly JsonElement? element = OfKind(element, JsonValueKind.Object, path.Length == 0 ? "The file" : path, "an object", errors);

    public void AllowOnly(IReadOnlySet<string> names)
    {
        foreach (var property in Properties())
        {
            if (!names.Contains(property.Name))
                errors.Add($"host.json: {PathOf(property.Name)} is no setting of the Functions host; check its spelling.");
        }
    }

    public HostJsonSection Section(string name) => new(Find(name), PathOf(name), errors);

    public string? Text(string name) => OfKind(Find(name), JsonValueKind.String, PathOf(name), "a text", errors)?.GetString();

    /// <summary>As the real host, also takes the number as a text.</summary>
    public int? PositiveNumber(string name)
    {
        if (Number(name, out var number) && number > 0) return number;
        if (Find(name) is not null) errors.Add($"host.json: {PathOf(name)} must be a whole number above zero.");
        return null;
    }

    /// <summary>A time above zero such as <c>00:00:30</c>.</summary>
    public TimeSpan? Duration(string name)
    {
        if (Text(name) is not { } text) return null;
        if (TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var duration) && duration > TimeSpan.Zero) return duration;
        errors.Add($"host.json: {PathOf(name)} is \"{text}\"; write it as 00:00:30.");
        return null;
    }

    /// <summary>One of the names of an enumeration, without regard to case.</summary>
    public T? Choice<T>(string name)
        where T : struct, Enum
    {
        if (Text(name) is not { } text) return null;
        if (!int.TryParse(text, out _) && Enum.TryParse<T>(text, ignoreCase: true, out var chosen)) return chosen;
        errors.Add($"host.json: {PathOf(name)} is \"{text}\"; it takes {string.Join(", ", Enum.GetNames<T>())}.");
        return null;
    }

    /// <summary>Null for -1, which stands for no limit.</summary>
    public int? Limit(string name)
    {
        if (Number(name, out var number) && number is > 0 or -1) return number > 0 ? number : null;
        if (Find(name) is not null) errors.Add($"host.json: {PathOf(name)} must be a whole number above zero, or -1 for no limit.");
        return null;
    }

    /// <inheritdoc cref="PositiveNumber"/>
    public bool? Flag(string name)
    {
        if (Find(name) is not { } value) return null;
        if (bool.TryParse(value.ToString(), out var flag)) return flag;
        errors.Add($"host.json: {PathOf(name)} must be true or false.");
        return null;
    }

    public List<string> TextList(string name)
    {
        if (Find(name) is not { } value) return [];
        if (value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(entry => entry.ValueKind == JsonValueKind.String))
            return [.. value.EnumerateArray().Select(entry => entry.GetString()!)];
        errors.Add($"host.json: {PathOf(name)} must be a list of texts.");
        return [];
    }

    public Dictionary<string, string> Texts(string name)
    {
        var section = Section(name);
        return section.Properties()
            .Select(property => (property.Name, Value: section.Text(property.Name)))
            .Where(pair => pair.Value is not null)
            .ToDictionary(pair => pair.Name, pair => pair.Value!);
    }

    bool Number(string name, out int number)
    {
        number = 0;
        return Find(name) is { ValueKind: JsonValueKind.Number or JsonValueKind.String } value
            && int.TryParse(value.ToString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);
    }

    IEnumerable<JsonProperty> Properties() => element is { } present ? present.EnumerateObject() : [];

    JsonElement? Find(string name)
    {
        foreach (var property in Properties())
        {
            if (property.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) return property.Value;
        }

        return null;
    }

    string PathOf(string name) => path.Length == 0 ? name : $"{path}.{name}";

    static JsonElement? OfKind(JsonElement? value, JsonValueKind kind, string path, string wanted, StartErrors errors)
    {
        if (value is null || value.Value.ValueKind == kind) return value;
        errors.Add($"host.json: {path} must be {wanted}.");
        return null;
    }
}
