using System.Text.Json;
using System.Text.Json.Serialization;

namespace EmbeddedFunctions.Engine.History;

/// <summary>One step of an orchestration: what it was told at one moment, and what it decided upon that. The unit of commit and of replay.</summary>
/// <param name="Time">UTC; never before the step before.</param>
/// <param name="Received">In order of delivery.</param>
/// <param name="Decided">In order of the calls.</param>
sealed record HistoryStep(DateTime Time, IReadOnlyList<HistoryEvent> Received, IReadOnlyList<Decision> Decided)
{
    public string ToJson() => JsonSerializer.Serialize(this, HistoryJson.Default.HistoryStep);

    public static string EventsToJson(IReadOnlyList<HistoryEvent> events) => JsonSerializer.Serialize(events, HistoryJson.Default.IReadOnlyListHistoryEvent);

    public static IReadOnlyList<HistoryEvent> EventsFromJson(string json) => JsonSerializer.Deserialize(json, HistoryJson.Default.IReadOnlyListHistoryEvent)!;

    public static HistoryStep FromJson(string json) => JsonSerializer.Deserialize(json, HistoryJson.Default.HistoryStep)!;
}

/// <summary>How history is written; generated at build time because every step passes here.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault, Converters = [typeof(FailurePropertiesJson)])]
[JsonSerializable(typeof(HistoryStep))]
[JsonSerializable(typeof(HistoryFile))]
[JsonSerializable(typeof(HistoryEvent))]
[JsonSerializable(typeof(IReadOnlyList<HistoryEvent>))]
[JsonSerializable(typeof(Microsoft.DurableTask.TaskFailureDetails))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, string>))]
[JsonSerializable(typeof(Storage.ParentLink))]
[JsonSerializable(typeof(IReadOnlyList<Instances.Outgoing>))]
[JsonSerializable(typeof(bool))]
[JsonSerializable(typeof(string))]
sealed partial class HistoryJson : JsonSerializerContext;
