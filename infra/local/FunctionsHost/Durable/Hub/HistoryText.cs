using DurableTask.Core.History;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Newtonsoft.Json.Serialization;

namespace FunctionsHost.Durable.Hub;

/// <summary>Histories as the engines give them: a JSON list of events, each with its kind as a number.</summary>
static class HistoryText
{
    static readonly Dictionary<EventType, Type> Kinds = HistoryEvent.KnownTypes()
        .Where(kind => !kind.IsAbstract)
        .ToDictionary(kind => ((HistoryEvent)System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(kind)).EventType);

    static readonly JsonSerializer Serializer = new() { ContractResolver = new Contracts() };

    /// <summary>Empty for null or an empty text.</summary>
    public static IReadOnlyList<HistoryEvent> Read(string? json) =>
        string.IsNullOrEmpty(json) ? [] : [.. JArray.Parse(json).Select(Event)];

    public static string Write(IEnumerable<HistoryEvent> history) => JsonConvert.SerializeObject(history);

    static HistoryEvent Event(JToken json)
    {
        var kind = json[nameof(HistoryEvent.EventType)]!.ToObject<EventType>();
        return (HistoryEvent)json.ToObject(Kinds[kind], Serializer)!;
    }

    /// <summary>DurableTask.Core's event of a rewind has two constructors, between which the serialiser does not choose.</summary>
    sealed class Contracts : DefaultContractResolver
    {
        protected override JsonObjectContract CreateObjectContract(Type objectType)
        {
            var contract = base.CreateObjectContract(objectType);
            if (objectType == typeof(ExecutionRewoundEvent)) contract.DefaultCreator = () => new ExecutionRewoundEvent(-1);
            return contract;
        }
    }
}
