using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using EmbeddedFunctions.Engine.Orchestrations;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging.Abstractions;

namespace EmbeddedFunctions.Engine.History;

/// <summary>
/// One execution of an orchestrator, from its start to its end or to its continuation as new, as it was once recorded. Replayed
/// against today's code it tells whether instances that are half-way there would survive that code.
/// </summary>
public sealed class RecordedHistory
{
    readonly HistoryFile file;

    internal RecordedHistory(HistoryFile file) => this.file = file;

    public string Orchestrator => file.Orchestrator;

    public string InstanceId => file.InstanceId;

    /// <summary>No two executions have the same.</summary>
    public string ExecutionId => file.ExecutionId;

    /// <summary>What the orchestrator called, in order: the names of activities, sub-orchestrators and events, and <c>timer</c>.</summary>
    public IReadOnlyList<string> Calls => [.. file.Steps.SelectMany(step => step.Decided).Select(NameOf)];

    /// <param name="json">What <see cref="ToJson"/> or a <see cref="DurableEngineOptions.RecordHistoriesIn"/> has written.</param>
    /// <exception cref="JsonException">It is something else.</exception>
    public static RecordedHistory Parse(string json)
        => new(JsonSerializer.Deserialize(json, HistoryJson.Default.HistoryFile) ?? throw new JsonException("There is no history."));

    public string ToJson() => file.ToJson();

    /// <summary>Lets the code run over what was recorded. Nothing is called or stored.</summary>
    /// <param name="orchestrator">Today's code.</param>
    /// <param name="converter">As the data were written.</param>
    /// <exception cref="NonDeterministicOrchestrationException">The code makes other calls, or in another order.</exception>
    public void Replay(ITaskOrchestrator orchestrator, DataConverter converter)
    {
        ArgumentNullException.ThrowIfNull(orchestrator);
        Exception? stray = null;
        var run = new OrchestrationRun(
            file.Start(), orchestrator, new(converter, NullLoggerFactory.Instance, TaskVersion.Unversioned),
            () => stray = new InvalidOperationException(StrayAwait.Message(file.Start())));
        foreach (var step in file.Steps) run.Replay(step);
        if (stray is not null) throw stray;
    }

    static string NameOf(Decision decision) => decision switch
    {
        ActivityScheduled activity => activity.Name,
        ChildScheduled child => child.Name,
        EventSent sent => sent.Name,
        _ => "timer",
    };
}

/// <summary>What is written of an execution.</summary>
sealed record HistoryFile(
    string Orchestrator,
    string? Version,
    string InstanceId,
    string ExecutionId,
    string? Input,
    string? ParentName,
    string? ParentId,
    IReadOnlyList<HistoryStep> Steps)
{
    public static HistoryFile Of(OrchestrationStart start, IReadOnlyList<HistoryStep> steps) => new(
        start.Name, start.Version.Version, start.InstanceId, start.ExecutionId, start.Input, start.Parent?.Name, start.Parent?.InstanceId, steps);

    /// <summary>On one line. Data are JSON within JSON; what needs no escape in a file is not escaped twice.</summary>
    static readonly JsonTypeInfo<HistoryFile> Compact = (JsonTypeInfo<HistoryFile>)new JsonSerializerOptions(HistoryJson.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    }.GetTypeInfo(typeof(HistoryFile));

    public string ToJson() => JsonSerializer.Serialize(this, Compact);

    public OrchestrationStart Start()
        => new(Orchestrator, Version, InstanceId, ExecutionId, Input, ParentId is null ? null : new(ParentName!, ParentId));
}
