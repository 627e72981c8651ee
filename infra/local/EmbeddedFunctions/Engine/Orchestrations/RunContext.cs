using EmbeddedFunctions.Engine.History;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;

namespace EmbeddedFunctions.Engine.Orchestrations;

/// <summary>What an orchestrator sees of its run.</summary>
sealed class RunContext(OrchestrationRun run, OrchestrationStart start, RunSettings settings) : TaskOrchestrationContext
{
    int guids;

    public object? Input { get; set; }

    public override TaskName Name => start.Name;

    public override string InstanceId => start.InstanceId;

    public override ParentOrchestrationInstance? Parent => start.Parent;

    public override string Version => start.Version.Version ?? string.Empty;

    public override DateTime CurrentUtcDateTime => run.Time;

    public override bool IsReplaying => run.IsReplaying;

    protected override ILoggerFactory LoggerFactory => settings.Loggers;

    /// <summary>As on the real engine, a function's input is read as the type asked for; a class has it read once, as its own type.</summary>
    /// <exception cref="InvalidCastException">The class's input is of another type.</exception>
    public override T? GetInput<T>()
        where T : default => Input switch
        {
            T typed => typed,
            null => default,
            _ when run.HasTypedInput => (T)Input,
            _ => settings.Converter.Deserialize<T>(start.Input),
        };

    public override Task<TResult> CallActivityAsync<TResult>(TaskName name, object? input = null, TaskOptions? options = null)
    {
        var data = Serialize(input, options);
        var version = (options?.Version ?? start.Version).Version;
        return ResultAsync<TResult>(name, options, () => run.Call(id => new ActivityScheduled(id, name.Name, version, data)));
    }

    public override Task<TResult> CallSubOrchestratorAsync<TResult>(TaskName orchestratorName, object? input = null, TaskOptions? options = null)
    {
        var data = Serialize(input, options);
        var version = (options?.Version ?? settings.DefaultVersion).Version;
        var instanceId = (options as SubOrchestrationOptions)?.InstanceId ?? NewGuid().ToString("N");
        return ResultAsync<TResult>(orchestratorName, options,
            () => run.Call(id => new ChildScheduled(id, orchestratorName.Name, version, instanceId, data, options?.Tags)));
    }

    public override async Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken)
    {
        var due = fireAt.ToUniversalTime();
        while (settings.MaximumTimerInterval is { } longest && due - run.Time > longest && !cancellationToken.IsCancellationRequested)
            await SleepUntil(run.Time + longest);
        await SleepUntil(due);

        Task SleepUntil(DateTime moment) => run.Call(id => new TimerScheduled(id, moment), cancellationToken);
    }

    public override Task<T> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken = default)
    {
        run.RequireOwnThread();
        return run.Events.WaitAsync<T>(eventName, cancellationToken);
    }

    public override void SendEvent(string instanceId, string eventName, object payload)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(instanceId);
        var data = settings.Converter.Serialize(payload);
        run.Tell(id => new EventSent(id, instanceId, eventName, data));
    }

    public override void SetCustomStatus(object? customStatus) => run.SetCustomStatus(settings.Converter.Serialize(customStatus));

    public override void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true)
        => ContinueAsNew(new ContinueAsNewOptions { NewInput = newInput, PreserveUnprocessedEvents = preserveUnprocessedEvents });

    public override void ContinueAsNew(ContinueAsNewOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        run.ContinueAsNew(options);
    }

    public override Guid NewGuid() => NameBasedGuid.Of($"{start.InstanceId}_{start.ExecutionId}_{guids++}");

    async Task<TResult> ResultAsync<TResult>(TaskName name, TaskOptions? options, Func<Task<string?>> attempt)
    {
        var result = await Retries.RunAsync(this, options?.Retry, attempt, LogRetry);
        return settings.Converter.Deserialize<TResult>(result)!;

        void LogRetry(int attempts) => CreateReplaySafeLogger("EmbeddedFunctions.Engine")
            .LogInformation("Calling {Task} again for {InstanceId} after {Attempts} failed attempts", name.Name, InstanceId, attempts);
    }

    /// <exception cref="ArgumentException">Options were given where the input belongs.</exception>
    string? Serialize(object? input, TaskOptions? options) => input is TaskOptions && options is null
        ? throw new ArgumentException("TaskOptions were given as the input: name the parameter, options: ...", nameof(input))
        : settings.Converter.Serialize(input);
}
