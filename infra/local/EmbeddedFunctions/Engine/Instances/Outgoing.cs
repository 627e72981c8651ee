using EmbeddedFunctions.Engine.History;

namespace EmbeddedFunctions.Engine.Instances;

/// <summary>An event from one instance to another, kept with the sender until it is with the receiver.</summary>
/// <param name="Id">The same at every attempt to deliver it, so that it arrives once.</param>
sealed record Outgoing(string InstanceId, string Id, HistoryEvent Event);
