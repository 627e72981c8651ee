using System.Text.Json.Nodes;

namespace FunctionsHost.Functions;

/// <summary>One binding of a function.</summary>
/// <param name="Name">Of the parameter.</param>
/// <param name="Type">Such as <c>httpTrigger</c> or <c>durableClient</c>.</param>
/// <param name="Raw">All that the worker says of it, as JSON.</param>
sealed record FunctionBinding(string Name, string Type, JsonObject Raw)
{
    public bool IsTrigger => Type.EndsWith("Trigger", StringComparison.OrdinalIgnoreCase);

    public bool Is(string type) => Type.Equals(type, StringComparison.OrdinalIgnoreCase);

    /// <summary>A text of the raw binding, whatever the case of its name; null when it is not there.</summary>
    public string? Text(string property) => Find(property)?.ToString();

    /// <summary>Texts of a list; empty when it is not there.</summary>
    public IReadOnlyList<string> Texts(string property) =>
        Find(property) is JsonArray list ? [.. list.Select(item => item!.ToString())] : [];

    /// <summary>A flag; <paramref name="otherwise"/> when it is not there.</summary>
    public bool Flag(string property, bool otherwise) => Find(property) is { } value ? bool.Parse(value.ToString()) : otherwise;

    JsonNode? Find(string property) =>
        Raw.FirstOrDefault(pair => pair.Key.Equals(property, StringComparison.OrdinalIgnoreCase)).Value;
}
