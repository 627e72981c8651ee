using EmbeddedFunctions.Engine.History;
using EmbeddedFunctions.Engine.Orchestrations;
using EmbeddedFunctions.Engine.Storage;
using Microsoft.DurableTask.Client;

namespace EmbeddedFunctions.Engine.Instances;

/// <summary>
/// Lets failed orchestrations go on from before their failures: what succeeded stays, what failed is made again, failed
/// sub-orchestrations are rewound in their turn.
/// </summary>
sealed class Rewind(Dispatcher dispatcher, RunLoader loader)
{
    /// <summary>Each may be as long as a row's text can be, and a transaction has 4 MB.</summary>
    const int MostLargeRows = 20;

    /// <exception cref="InvalidOperationException">Meanwhile another instance has the id.</exception>
    public async Task RunAsync(InstanceRecord failed)
    {
        using var piece = dispatcher.Work.Begin();
        var steps = new List<HistoryStep>();
        await foreach (var step in dispatcher.Hub.HistoryAsync(failed, CancellationToken.None)) steps.Add(step);
        var input = await dispatcher.Hub.Payloads.ReadAsync(failed.Input, CancellationToken.None);
        var rewound = RewoundHistory.Of(steps, kept => loader.TryReplay(failed, input, kept).To);
        foreach (var child in steps.SelectMany(step => step.Decided).OfType<ChildScheduled>().Where(child => rewound.Undone.Contains(child.Id)))
            await RewindChildAsync(failed, child);
        await ReopenAsync(failed, rewound, loader.TryReplay(failed, input, rewound.Steps).WakeAt);
    }

    async Task RewindChildAsync(InstanceRecord parent, ChildScheduled call)
    {
        var link = new ParentLink(parent.InstanceId, parent.Name, parent.ExecutionId, call.Id);
        var child = await dispatcher.Hub.FindFinishedAsync(InstanceKey.Of(call.InstanceId), CancellationToken.None);
        if (child is { Status: OrchestrationRuntimeStatus.Failed } && child.Parent == link) await RunAsync(child);
    }

    /// <summary>The history is written anew under the next generation, so that it takes the place of the old one in a single commit.</summary>
    async Task ReopenAsync(InstanceRecord failed, RewoundHistory rewound, DateTimeOffset? wakeAt)
    {
        var record = failed with
        {
            Status = OrchestrationRuntimeStatus.Running,
            Generation = failed.Generation + 1,
            Steps = rewound.Steps.Count,
            IsFresh = rewound.Steps.Count == 0,
            IsBusy = true,
            WakeAt = wakeAt,
            UpdatedAt = dispatcher.Time.GetUtcNow(),
            Output = Payload.None,
            Failure = Payload.None,
            KeptEvents = Payload.None,
        };
        var instance = dispatcher.GetOrAdd(record, out var added);
        if (!added) throw new InvalidOperationException($"The orchestration {failed.InstanceId} is already running again.");
        try
        {
            await WriteHistoryAsync(record, rewound.Steps);
            foreach (var message in await CommitAsync(record, rewound.ToRepeat)) instance.Post(message);
        }
        catch
        {
            dispatcher.Remove(instance);
            throw;
        }

        instance.IsRecovered = rewound.Undone.Count > 0; // what is told again answers the other calls
        instance.Open();
        instance.Post(Message.Wake);
        _ = dispatcher.Leftovers.TrimAsync(failed);
    }

    async Task WriteHistoryAsync(InstanceRecord record, IReadOnlyList<HistoryStep> steps)
    {
        var writer = dispatcher.Hub.WriterOf(record.Key);
        await dispatcher.Leftovers.DeleteAsync(record.Key, RowKeys.History(record.Key, record.Generation), CancellationToken.None); // of an interrupted rewind
        foreach (var some in steps.Select((step, number) => (step, number)).Chunk(MostLargeRows))
        {
            var rows = new Commit();
            foreach (var (step, number) in some) await StepCommit.PutStepAsync(dispatcher.Hub, rows, writer.Partition, record, number, step);
            await writer.CommitAsync(rows);
        }
    }

    /// <summary>The messages are stored first, as many at a time as a transaction takes: nobody is told them before the instance is open.</summary>
    async Task<IReadOnlyList<Message>> CommitAsync(InstanceRecord record, IReadOnlyList<HistoryEvent> toRepeat)
    {
        var writer = dispatcher.Hub.WriterOf(record.Key);
        var messages = new List<Message>();
        foreach (var some in toRepeat.Chunk(MostLargeRows))
        {
            var rows = new Commit();
            foreach (var told in some)
            {
                var row = await dispatcher.Outbox.RowAsync(record.InstanceId, $"rewound-{record.Generation}-{messages.Count}", told);
                rows.Put(row);
                messages.Add(new(told, row.RowKey));
            }

            await writer.CommitAsync(rows);
        }

        await writer.CommitAsync(new Commit().Put(InstanceRows.ToRow(writer.Partition, record)));
        return messages;
    }
}
