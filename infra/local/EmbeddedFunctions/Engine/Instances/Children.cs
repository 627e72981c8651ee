using System.Text.Json;
using EmbeddedFunctions.Engine.History;
using EmbeddedFunctions.Engine.Orchestrations;
using EmbeddedFunctions.Engine.Storage;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace EmbeddedFunctions.Engine.Instances;

/// <summary>Sub-orchestrations: each is an instance of its own that knows which call of its parent it answers.</summary>
sealed class Children(Dispatcher dispatcher)
{
    /// <summary>What the parent is told.</summary>
    public static Answer AnswerOf(InstanceRecord child, ParentLink parent, Finished finished) => finished switch
    {
        { Status: OrchestrationRuntimeStatus.Completed } => new ChildCompleted(parent.CallId, finished.Output),
        { Failure: { } failure } => new ChildFailed(parent.CallId, failure, finished.Final),
        _ => new ChildFailed(parent.CallId, new("OrchestrationTerminated", $"Sub-orchestration '{child.Name}' ({child.InstanceId}) was terminated.", null, null, null)),
    };

    /// <param name="mayExist">The call was made before the engine's last stop, so that the child may exist or even be finished.</param>
    public async Task StartInBackground(InstanceRecord parent, ChildScheduled call, bool mayExist)
    {
        using var piece = dispatcher.Work.Begin();
        var link = new ParentLink(parent.InstanceId, parent.Name, parent.ExecutionId, call.Id);
        try
        {
            await StorageTrouble.PersistAsync(() => StartAsync(call, link, mayExist));
        }
        catch (LeaseLostException)
        {
            // the process that took over finds the parent's call open and starts the child
        }
        catch (Exception e)
        {
            dispatcher.Post(parent.InstanceId, new(new ChildFailed(call.Id, TaskFailureDetails.FromException(e), Final: e is ArgumentException), null, parent.ExecutionId));
        }
    }

    async Task StartAsync(ChildScheduled call, ParentLink link, bool mayExist)
    {
        if (mayExist && await ExistsAsync(call, link)) return;
        if (!await CreateAsync(call, link)) throw new InvalidOperationException($"An orchestration instance '{call.InstanceId}' is already running.");
    }

    async Task<bool> ExistsAsync(ChildScheduled call, ParentLink link)
    {
        if (dispatcher.Find(call.InstanceId)?.Record.Parent == link) return true;
        var finished = await dispatcher.Hub.FindFinishedAsync(InstanceKey.Of(call.InstanceId), CancellationToken.None);
        if (finished?.Parent != link) return false;
        dispatcher.Post(link.InstanceId, new(AnswerOf(finished, link, await EndOfAsync(finished)), null, link.ExecutionId));
        return true;
    }

    async Task<Finished> EndOfAsync(InstanceRecord record)
    {
        var failure = await dispatcher.Hub.Payloads.ReadAsync(record.Failure, CancellationToken.None);
        return new(
            record.Status,
            await dispatcher.Hub.Payloads.ReadAsync(record.Output, CancellationToken.None),
            failure is null ? null : JsonSerializer.Deserialize(failure, HistoryJson.Default.TaskFailureDetails));
    }

    /// <summary>False when another unfinished instance has the id.</summary>
    async Task<bool> CreateAsync(ChildScheduled call, ParentLink link)
    {
        InstanceIds.Check(call.InstanceId);
        var record = new InstanceRecord
        {
            InstanceId = call.InstanceId,
            Name = call.Name,
            Version = call.Version,
            ExecutionId = Guid.NewGuid().ToString("N"),
            Parent = link,
            Tags = call.Tags?.AsReadOnly() ?? new Dictionary<string, string>().AsReadOnly(),
        };
        return await dispatcher.Starter.StartAsync(record, call.Input, _ => true, CancellationToken.None) is null;
    }
}
