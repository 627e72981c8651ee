using System.Text.Json;
using Ilnp.Intake.Answers;
using Ilnp.Intake.Vocabulary;

namespace Ilnp.Intake.Providers;

/// <summary>Formbricks' <c>responseFinished</c>: answers by question id.</summary>
static class FormbricksBody
{
    public static BodyReading Read(JsonElement body)
    {
        if (body.Text("event") is not "responseFinished") return new(null, Ignored: "not a finished response");
        var data = body.Part("data");
        if (data.Text("id") is not { } id) return new(null, Unreadable: "the message has no response id");
        var answers = data.Part("data");
        if (answers.ValueKind != JsonValueKind.Object) return new(null, Unreadable: "the message has no answers");
        var questions = answers.EnumerateObject().SelectMany(answer => Answers(answer.Name, answer.Value));
        return new(new(id, data.Text("createdAt"), null, [.. questions], UpdatedAt: data.Text("updatedAt")));
    }

    /// <summary>An address comes as a list of six: two lines, town, state, postal code and country.</summary>
    static RawAnswer? Country(string question, JsonElement value) =>
        value.Items().ToList() is [.., { ValueKind: JsonValueKind.String } last] parts && parts.Count == 6
        && parts.TrueForAll(part => part.ValueKind == JsonValueKind.String)
        && Countries.Find(parts[0].GetString()!) is null && Countries.Find(last.GetString()!) is not null
            ? new(["country", question], [last.GetString()!]) : null;

    /// <summary>Contact details come as one list: first and last name, address, telephone, company.</summary>
    static IEnumerable<RawAnswer> Answers(string question, JsonElement value)
    {
        if (Country(question, value) is { } country) return [new([question], value.Values()), country];
        var parts = value.Items().Select(part => part.ValueKind == JsonValueKind.String ? part.GetString()! : "").ToList();
        if (parts.Count is not (>= 3 and <= 6)
            || parts.FindIndex(part => EmailAddress.Read(part).Value is not null) is not (>= 1 and var address))
            return [new([question], value.Values())];
        return
        [
            new(["name", question], [.. new[] { string.Join(' ', parts[..address]).Trim() }.Where(name => name.Length > 0)]),
            new(["email", question], [parts[address]]),
        ];
    }
}
