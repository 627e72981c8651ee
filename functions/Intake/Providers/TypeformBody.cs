using System.Text.Json;

namespace Ilnp.Intake.Providers;

/// <summary>Typeform's <c>form_response</c>: titles stand in the definition, answers carry their kind.</summary>
static class TypeformBody
{
    public static BodyReading Read(JsonElement body)
    {
        if (body.Text("event_type") is not "form_response") return new(null, Ignored: "not a finished response");
        var response = body.Part("form_response");
        if (response.Text("token") is not { } token) return new(null, Unreadable: "the message has no response token");
        var titles = Fields(response.Part("definition"))
            .Concat(response.Part("definition").Part("fields").Items().SelectMany(field => Fields(field.Part("properties"))))
            .Where(field => field.Text("id") is not null)
            .GroupBy(field => field.Text("id")!)
            .ToDictionary(group => group.Key, group => group.First().Text("title"));
        var answers = response.Part("answers").Items().ToList();
        var answered = answers.Select(answer => answer.Part("field").Text("id")).ToHashSet();
        var unanswered = titles.Where(title => title.Value is not null && !answered.Contains(title.Key))
            .Select(title => new RawAnswer([title.Value!, title.Key], []));
        var hidden = response.Part("hidden") is { ValueKind: JsonValueKind.Object } given
            ? given.EnumerateObject().Select(field => new RawAnswer([field.Name], field.Value.Values()))
            : [];
        return new(new(
            token, response.Text("submitted_at"), null, [.. answers.Select(answer => Answer(answer, titles)), .. unanswered, .. hidden]));
    }

    /// <summary>Groups, as the block for contact details, have their questions inside.</summary>
    static IEnumerable<JsonElement> Fields(JsonElement part) => part.Part("fields").Items();

    static RawAnswer Answer(JsonElement answer, Dictionary<string, string?> titles)
    {
        var field = answer.Part("field");
        var id = field.Text("id") ?? "";
        string?[] question = [titles.GetValueOrDefault(id), field.Text("ref"), id];
        return new([.. question.OfType<string>()], Values(answer.Part(answer.Text("type") ?? "")));
    }

    /// <summary>A choice has a label, choices have labels, and either may have an answer of the person's own under <c>other</c>.</summary>
    static IReadOnlyList<string> Values(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object) return value.Values();
        string[] parts = ["label", "labels", "other"];
        return [.. parts.SelectMany(part => value.Part(part).Values())];
    }
}
