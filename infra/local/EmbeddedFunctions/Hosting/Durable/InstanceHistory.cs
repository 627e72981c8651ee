using System.Text.Json.Nodes;
using EmbeddedFunctions.Engine;
using EmbeddedFunctions.Engine.Storage;

namespace EmbeddedFunctions.Hosting.Durable;

/// <summary>What happened in an instance's present execution, in the words of the real extension's status query.</summary>
sealed class InstanceHistory(DurableEngine engine)
{
    /// <param name="showInput">With the inputs of the execution, of its activities and sub-orchestrations, and of events.</param>
    /// <param name="showOutput">With results.</param>
    public async Task<JsonArray> ReadAsync(string instanceId, bool showInput, bool showOutput, CancellationToken cancellation)
    {
        var dispatcher = await engine.DispatcherAsync(cancellation);
        var key = InstanceKey.Of(instanceId);
        var record = dispatcher.Find(instanceId)?.Record ?? await dispatcher.Hub.FindFinishedAsync(key, cancellation);
        if (record is null) return [];
        var story = new HistoryStory(showInput, showOutput);
        story.Begin(record.Name, record.CreatedAt.UtcDateTime, await dispatcher.Hub.Payloads.ReadAsync(record.Input, cancellation));
        await foreach (var step in dispatcher.Hub.HistoryAsync(record, cancellation)) story.Tell(step);
        if (record.IsFinished) story.End(record.Status, record.UpdatedAt.UtcDateTime, await dispatcher.Hub.Payloads.ReadAsync(record.Output, cancellation));
        return story.Events;
    }
}
