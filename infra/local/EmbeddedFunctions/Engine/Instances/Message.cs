using EmbeddedFunctions.Engine.History;

namespace EmbeddedFunctions.Engine.Instances;

/// <summary>Something an instance is told.</summary>
/// <param name="Event">Null only wakes it, to look at what is due.</param>
/// <param name="RowKey">Where the message is kept until a step has taken it in; null when losing it does no harm.</param>
/// <param name="ExecutionId">The execution it is meant for; null means whichever runs.</param>
readonly record struct Message(HistoryEvent? Event, string? RowKey = null, string? ExecutionId = null)
{
    public static readonly Message Wake;
}
