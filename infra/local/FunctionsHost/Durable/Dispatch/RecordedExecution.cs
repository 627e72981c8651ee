using System.Text.Json;
using System.Text.Json.Nodes;
using Google.Protobuf;
using Microsoft.DurableTask.Protobuf;

namespace FunctionsHost.Durable.Dispatch;

/// <summary>
/// One execution of an orchestration as it ended: its last step's request with the whole history, and what was decided then.
/// Replayed over later code, it shows whether that code would still do what has been done.
/// </summary>
/// <param name="Orchestrator">Its name.</param>
/// <param name="Request">As for a worker that remembers nothing.</param>
/// <param name="Actions">The last step's.</param>
public sealed record RecordedExecution(string Orchestrator, OrchestratorRequest Request, IReadOnlyList<OrchestratorAction> Actions)
{
    static readonly JsonFormatter Protobuf = new(JsonFormatter.Settings.Default);

    /// <summary>One line of JSON.</summary>
    public string ToJson() => new JsonObject
    {
        ["orchestrator"] = Orchestrator,
        ["request"] = JsonNode.Parse(Protobuf.Format(Request)),
        ["actions"] = new JsonArray([.. Actions.Select(action => JsonNode.Parse(Protobuf.Format(action)))]),
    }.ToJsonString();

    /// <exception cref="JsonException">It is no such line.</exception>
    public static RecordedExecution Parse(string line)
    {
        var json = JsonNode.Parse(line)!;
        return new(
            json["orchestrator"]!.GetValue<string>(),
            JsonParser.Default.Parse<OrchestratorRequest>(json["request"]!.ToJsonString()),
            [.. json["actions"]!.AsArray().Select(action => JsonParser.Default.Parse<OrchestratorAction>(action!.ToJsonString()))]);
    }
}
