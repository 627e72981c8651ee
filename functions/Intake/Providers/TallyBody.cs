using System.Text.Json;

namespace Ilnp.Intake.Providers;

/// <summary>Tally's <c>FORM_RESPONSE</c>: the values of choices are ids of options that stand beside them.</summary>
static class TallyBody
{
    public static BodyReading Read(JsonElement body)
    {
        if (body.Text("eventType") is not "FORM_RESPONSE") return new(null, Ignored: "not a finished response");
        var data = body.Part("data");
        if ((data.Text("responseId") ?? data.Text("submissionId")) is not { } id)
            return new(null, Unreadable: "the message has no response id");
        return new(new(id, data.Text("createdAt") ?? body.Text("createdAt"), null, [.. data.Part("fields").Items().Select(Answer)]));
    }

    static RawAnswer Answer(JsonElement field)
    {
        var options = field.Part("options").Items()
            .Where(option => option.Text("id") is not null)
            .GroupBy(option => option.Text("id")!)
            .ToDictionary(group => group.Key, group => group.First().Text("text") ?? "");
        string?[] question = [field.Text("label"), field.Text("key")];
        return new(
            [.. question.OfType<string>()],
            field.Part("rows").ValueKind == JsonValueKind.Array
                ? Grid(field)
                : [.. field.Part("value").Values().Select(value => options.GetValueOrDefault(value, value))]);
    }

    /// <summary>Rows and columns of a grid are ids as well: each row that was answered with what was chosen in it.</summary>
    static IReadOnlyList<string> Grid(JsonElement field)
    {
        if (field.Part("value").ValueKind != JsonValueKind.Object) return [];
        var names = field.Part("rows").Items().Concat(field.Part("columns").Items())
            .Where(part => part.Text("id") is not null).ToDictionary(part => part.Text("id")!, part => part.Text("text") ?? "");
        return [.. field.Part("value").EnumerateObject().Select(row =>
            (Row: names.GetValueOrDefault(row.Name, row.Name), Chosen: row.Value.Values().Select(id => names.GetValueOrDefault(id, id))))
            .Where(row => row.Chosen.Any()).Select(row => $"{row.Row}: {string.Join(' ', row.Chosen)}")];
    }
}
