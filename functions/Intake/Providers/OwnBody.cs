using System.Text.Json;

namespace Ilnp.Intake.Providers;

/// <summary>
/// Our own message, sent by the Apps Script beside a Google Form, by a Power Automate flow and by this app's form:
/// <c>{formId, responseId, submittedAt, row, note, consent, answers: [{title, name, value}]}</c>, a value being a text or a list of texts.
/// </summary>
static class OwnBody
{
    public static BodyReading Read(JsonElement body)
    {
        if (body.Part("answers").ValueKind != JsonValueKind.Array) return new(null, Unreadable: "the message has no answers");
        return new(new(
            body.Text("responseId"),
            body.Text("submittedAt"),
            body.Integer("row"),
            [.. body.Part("answers").Items().Select(answer =>
                new RawAnswer(
                    [.. new[] { answer.Text("title") ?? "", answer.Text("name") }.OfType<string>()], Values(answer.Part("value"))))],
            body.Text("note"),
            body.Text("updatedAt"),
            body.Text("owner"),
            body.Text("consent")));
    }

    /// <summary>Power Automate writes several choices as one text: <c>["English","Spanish"]</c>.</summary>
    static IReadOnlyList<string> Values(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String || value.GetString() is not ['[', .., ']'] text) return value.Values();
        try
        {
            using var list = JsonDocument.Parse(text);
            return list.RootElement.Values();
        }
        catch (JsonException)
        {
            return [text]; // Somebody's own square brackets.
        }
    }
}
