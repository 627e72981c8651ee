using System.Text.Json;
using Azure.Data.Tables;
using EmbeddedFunctions.Engine.History;
using EmbeddedFunctions.Engine.Orchestrations;
using EmbeddedFunctions.Engine.Storage;
using Microsoft.DurableTask.Client;

namespace EmbeddedFunctions.Engine.Instances;

/// <summary>All that a step changes in storage, as one commit.</summary>
/// <param name="Record">The instance after it.</param>
/// <param name="Outgoing">Messages that the commit keeps under <paramref name="OutgoingKey"/> until they are delivered.</param>
sealed record StepCommit(Commit Rows, InstanceRecord Record, IReadOnlyList<Outgoing> Outgoing, string? OutgoingKey)
{
    public static async Task<StepCommit> MakeAsync(
        Dispatcher dispatcher, InstanceRecord before, OrchestrationRun? run, HistoryStep? step, StepOutcome outcome, IReadOnlyList<Message> messages)
    {
        var hub = dispatcher.Hub;
        var (key, partition) = (before.Key, hub.WriterOf(before.Key).Partition);
        var after = await NextRecord.AfterAsync(before, run, outcome.Ending, dispatcher.Time.GetUtcNow(), hub.Payloads);
        var rows = new Commit();
        foreach (var message in messages.Where(message => message.RowKey is not null)) rows.Delete(partition, message.RowKey!);
        if (step is not null && outcome.Ending is not ContinuedAsNew) await PutStepAsync(hub, rows, partition, before, run!.Steps - 1, step);

        var outgoing = OutgoingOf(before, run, step, outcome);
        var outgoingKey = outgoing.Count > 0 ? RowKeys.OutgoingStep(key, before.Generation, run!.Steps - 1) : null;
        if (outgoingKey is not null) await PutOutgoingAsync(hub, rows, partition, before, outgoingKey, outgoing);

        if (LosesColumns(before, after)) rows.Put(InstanceRows.ToRow(partition, after));
        else if (IsNews(before, after)) rows.Merge(InstanceRows.ToProgress(partition, after));
        return new(rows, after, outgoing, outgoingKey);
    }

    /// <summary>A merge leaves the columns that it does not name.</summary>
    static bool LosesColumns(InstanceRecord before, InstanceRecord after)
        => after.Generation != before.Generation || (after.CustomStatus.IsNone && !before.CustomStatus.IsNone);

    /// <summary>
    /// While activities or children are under way the row may lag behind: it says that the instance is fresh or busy, and a
    /// recovery looks into the history of such. That saves a row change for most steps.
    /// </summary>
    static bool IsNews(InstanceRecord before, InstanceRecord after)
    {
        var mayLag = after is { IsBusy: true, Status: OrchestrationRuntimeStatus.Running }
            && (before.IsFresh || before.IsBusy)
            && before.Status is OrchestrationRuntimeStatus.Pending or OrchestrationRuntimeStatus.Running
            && after.CustomStatus == before.CustomStatus;
        return !mayLag && after with { UpdatedAt = before.UpdatedAt, Steps = before.Steps } != before;
    }

    /// <summary>Messages to an instance that is finished are thrown away.</summary>
    public static async Task ForgetAsync(TaskHub hub, InstanceKey key, IReadOnlyList<Message> messages)
    {
        var writer = hub.WriterOf(key);
        var rows = new Commit();
        foreach (var message in messages.Where(message => message.RowKey is not null)) rows.Delete(writer.Partition, message.RowKey!);
        if (rows.Rows.Count > 0) await writer.CommitAsync(rows);
    }

    public static async Task PutStepAsync(TaskHub hub, Commit rows, string partition, InstanceRecord record, int number, HistoryStep step)
    {
        var row = new TableEntity(partition, RowKeys.Step(record.Key, record.Generation, number));
        Payloads.Put(row, "Step", await hub.Payloads.WriteAsync(record.Key, step.ToJson(), CancellationToken.None));
        rows.Add(row);
    }

    static async Task PutOutgoingAsync(TaskHub hub, Commit rows, string partition, InstanceRecord from, string rowKey, IReadOnlyList<Outgoing> outgoing)
    {
        var row = new TableEntity(partition, rowKey) { ["InstanceId"] = from.InstanceId };
        var json = JsonSerializer.Serialize(outgoing, HistoryJson.Default.IReadOnlyListOutgoing);
        Payloads.Put(row, "Outgoing", await hub.Payloads.WriteAsync(from.Key, json, CancellationToken.None));
        rows.Put(row);
    }

    static List<Outgoing> OutgoingOf(InstanceRecord record, OrchestrationRun? run, HistoryStep? step, StepOutcome outcome)
    {
        var outgoing = outcome.Decided.OfType<EventSent>()
            .Select(sent => new Outgoing(sent.InstanceId, $"{record.ExecutionId}:{sent.Id}", new EventRaised(sent.Name, sent.Payload)))
            .ToList();
        if (outcome.Ending is Finished { Status: OrchestrationRuntimeStatus.Terminated } && step!.Received.OfType<Terminated>().Any(end => end.Recursive))
        {
            outgoing.AddRange(run!.OpenCalls.OfType<ChildScheduled>()
                .Select(child => new Outgoing(child.InstanceId, $"{record.ExecutionId}:{child.Id}:end", new Terminated(null, true))));
        }

        return outgoing;
    }
}
