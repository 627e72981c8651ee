using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Ilnp.Intake.Providers;

/// <summary>
/// Jotform's form post: the answers are JSON in the field <c>rawRequest</c>, by names such as <c>q4_fullName</c>. The
/// shape is known second-hand, so either form encoding is read.
/// </summary>
static partial class JotformBody
{
    public static BodyReading Read(ReceivedBody body)
    {
        var fields = Fields(body);
        if (fields is null || !fields.TryGetValue("submissionID", out var id))
            return new(null, Unreadable: "the message has no submission id");
        if (!fields.TryGetValue("rawRequest", out var raw)) return new(null, Unreadable: "the message has no answers");
        using var json = JsonDocument.Parse(raw);
        if (json.RootElement.ValueKind != JsonValueKind.Object) return new(null, Unreadable: "the answers are not in the known shape");
        var answers = json.RootElement.EnumerateObject().Where(part => QuestionName().IsMatch(part.Name));
        return new(new(id, fields.GetValueOrDefault("created_at"), null, [.. answers.Select(Answer), .. answers.SelectMany(Country)]));
    }

    static RawAnswer Answer(JsonProperty part)
    {
        var name = QuestionName().Match(part.Name).Groups["name"].Value;
        return new([CapitalInside().Replace(name, " $0"), part.Name, name], part.Value.Values());
    }

    /// <summary>An address has the country in a part of its own.</summary>
    static IEnumerable<RawAnswer> Country(JsonProperty part) =>
        part.Value.Text("country") is { Length: > 0 } country ? [new(["Country"], [country])] : [];

    static Dictionary<string, string>? Fields(ReceivedBody body)
    {
        if (!MediaTypeHeaderValue.TryParse(body.ContentType, out var type)) return null;
        if (type.MediaType == "application/x-www-form-urlencoded")
            return QueryHelpers.ParseQuery(TextBytes.Decode(body.Bytes)).ToDictionary(field => field.Key, field => field.Value.ToString());
        return HeaderUtilities.RemoveQuotes(type.Boundary).Value is { Length: > 0 } boundary ? Multipart(body.Bytes, boundary) : null;
    }

    /// <summary>The whole message is in memory, so the reader never waits.</summary>
    static Dictionary<string, string> Multipart(byte[] bytes, string boundary)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        var reader = new MultipartReader(boundary, new MemoryStream(bytes));
        while (reader.ReadNextSectionAsync().GetAwaiter().GetResult() is { } section)
        {
            if (section.GetContentDispositionHeader() is not { } header || HeaderUtilities.RemoveQuotes(header.Name).Value is not { } name)
                continue;
            using var content = new MemoryStream();
            section.Body.CopyTo(content);
            fields[name] = TextBytes.Decode(content.ToArray());
        }

        return fields;
    }

    [GeneratedRegex("^q[0-9]+_(?<name>.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex QuestionName();

    [GeneratedRegex("(?<=[a-z])[A-Z]", RegexOptions.CultureInvariant)]
    private static partial Regex CapitalInside();
}
