using DurableTask.Core.History;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace FunctionsHost.Durable.Hub;

/// <summary>Histories as the engines give them: a JSON list of events, each with its kind as a number.</summary>
static class HistoryText
{
    static readonly Dictionary<EventType, Type> Kinds = HistoryEvent.KnownTypes()
        .Where(kind => !kind.IsAbstract)
        .ToDictionary(kind => ((HistoryEvent)System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(kind)).EventType);

    /// <summary>Empty for null or an empty text.</summary>
    public static IReadOnlyList<HistoryEvent> Read(string? json) =>
        string.IsNullOrEmpty(json) ? [] : [.. JArray.Parse(json).Select(Event)];

    public static string Write(IEnumerable<HistoryEvent> history) => JsonConvert.SerializeObject(history);

    static HistoryEvent Event(JToken json)
    {
        var kind = json[nameof(HistoryEvent.EventType)]!.ToObject<EventType>();
        return (HistoryEvent)json.ToObject(Kinds[kind])!;
    }
}
