using EmbeddedFunctions.Engine.History;
using EmbeddedFunctions.Engine.Orchestrations;
using EmbeddedFunctions.Engine.Storage;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace EmbeddedFunctions.Engine.Instances;

/// <summary>Takes an instance one step further: run the code over what happened, commit, and only then let the effects out.</summary>
sealed class StepTaker(Dispatcher dispatcher, RunLoader loader, Admission admission)
{
    readonly Effects effects = new(dispatcher);

    /// <summary>Never throws: storage trouble is sat out, anything else fails the instance.</summary>
    public async Task TakeAsync(Instance instance, IReadOnlyList<Message> messages)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await TakeOnceAsync(instance, messages);
                return;
            }
            catch (LeaseLostException lost)
            {
                instance.Abandon(lost);
                return;
            }
            catch (Exception e) when (StorageTrouble.IsPossible(e) && !StorageTrouble.IsRefusal(e))
            {
                dispatcher.Logger.LogWarning("Storage trouble, attempt {Attempt} of a step of {InstanceId}: {Reason}", attempt, instance.Id, e.Message);
                await StorageTrouble.BackOffAsync(attempt);
            }
            catch (Exception e) when (!messages.Any(message => message.Event is Broken))
            {
                dispatcher.Logger.LogError(e, "Orchestration {InstanceId} cannot go on and fails", instance.Id);
                messages = [.. messages, new(new Broken(TaskFailureDetails.FromException(e)))];
            }
            catch (Exception e)
            {
                dispatcher.Logger.LogCritical(e, "Orchestration {InstanceId} cannot even be failed; it rests until the next start", instance.Id);
                instance.Abandon(e);
                return;
            }

            instance.Run = null;
        }
    }

    async Task TakeOnceAsync(Instance instance, IReadOnlyList<Message> messages)
    {
        var record = instance.Record;
        if (record.IsFinished)
        {
            await StepCommit.ForgetAsync(dispatcher.Hub, record.Key, messages);
            return;
        }

        if (StartsLater(instance, messages)) return;
        if (instance.Early.Count > 0)
        {
            var isOver = messages.Any(message => message.Event is Terminated);
            instance.PutBackEarly(isOver ? [] : messages);
            if (!isOver) return;
        }

        var refusal = await admission.RefusalOfAsync(record);
        if (refusal is { Failure: null })
        {
            instance.Early.AddRange(messages.Where(message => message.Event is not null));
            dispatcher.Logger.LogWarning("Orchestration {InstanceId} is left for another worker: {Reason}", instance.Id, refusal.Reason);
            return;
        }

        var (run, failure) = refusal is null
            ? await RunOrFailureAsync(instance)
            : (null, new Finished(OrchestrationRuntimeStatus.Failed, null, refusal.Failure, Final: true));
        if (run is null)
        {
            await CommitAsync(instance, null, null, new([], failure), messages);
            return;
        }

        if (instance.IsRecovered)
        {
            effects.Resume(instance, run);
            record = instance.Record;
        }

        var now = dispatcher.Time.GetUtcNow().UtcDateTime;
        var received = Received.From(run, record, await KeptAsync(record), messages, now);
        if (received.Count == 0 && !record.IsFresh)
        {
            dispatcher.Wakes.Book(instance, record.WakeAt);
            return;
        }

        var outcome = run.Step(now > run.Time ? now : run.Time, received);
        dispatcher.Statistics.CountStep();
        await CommitAsync(instance, run, new(run.Time, received, outcome.Decided), outcome, messages);
    }

    async Task CommitAsync(Instance instance, OrchestrationRun? run, HistoryStep? step, StepOutcome outcome, IReadOnlyList<Message> messages)
    {
        var commit = await StepCommit.MakeAsync(dispatcher, instance.Record, run, step, outcome, messages);
        await dispatcher.Hub.WriterOf(instance.Record.Key).CommitAsync(commit.Rows);
        instance.Run = outcome.Ending is null && !dispatcher.ReplayEveryStep ? run : null;
        try
        {
            await effects.LetOutAsync(instance, outcome, commit);
        }
        catch (Exception e) when (e is not LeaseLostException)
        {
            // the step is committed and must not be taken again; what it left open is found at the next start
            dispatcher.Logger.LogCritical(e, "What orchestration {InstanceId} decided is stored, but could not be set going", instance.Id);
        }
    }

    async Task<(OrchestrationRun? Run, Finished? Failure)> RunOrFailureAsync(Instance instance)
    {
        try
        {
            return (instance.Run ??= await loader.LoadAsync(instance, CancellationToken.None), null);
        }
        catch (NonDeterministicOrchestrationException e)
        {
            dispatcher.Logger.LogError("{Problem}", e.Message);
            return (null, new(OrchestrationRuntimeStatus.Failed, null, TaskFailureDetails.FromException(e)));
        }
        catch (OrchestratorMissingException e)
        {
            dispatcher.Logger.LogError("{Problem} It was started as {InstanceId}.", e.Message, instance.Id);
            return (null, new(OrchestrationRuntimeStatus.Failed, null, new("OrchestratorTaskNotFound", e.Message, null, null, null), Final: true));
        }
    }

    bool StartsLater(Instance instance, IReadOnlyList<Message> messages)
    {
        if (!instance.Record.IsFresh || !(instance.Record.WakeAt > dispatcher.Time.GetUtcNow()) || messages.Any(m => m.Event is Terminated)) return false;
        instance.Early.AddRange(messages.Where(message => message.Event is not null));
        dispatcher.Wakes.Book(instance, instance.Record.WakeAt);
        return true;
    }

    async Task<IReadOnlyList<HistoryEvent>> KeptAsync(InstanceRecord record)
        => record.IsFresh && await dispatcher.Hub.Payloads.ReadAsync(record.KeptEvents, CancellationToken.None) is { } kept ? HistoryStep.EventsFromJson(kept) : [];
}
