using System.Text.Json;

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
        return new(new(id, data.Text("createdAt"), null, [.. answers.EnumerateObject().Select(answer => new RawAnswer([answer.Name], answer.Value.Values()))]));
    }
}
