using System.Diagnostics;

namespace FunctionsHost.Durable.Engines;

/// <summary>
/// Makes the engine carry traces on: without anybody listening in its process it forgets whose an orchestration is, and the
/// worker, which tells of its own functions itself, would begin a trace of its own with each. Nothing is sent from here.
/// </summary>
sealed class EngineTraces : IAsyncDisposable
{
    const string Source = "DurableTask.Core";

    readonly ActivityListener listener = new()
    {
        ShouldListenTo = source => source.Name == Source,
        Sample = (ref ActivityCreationOptions<ActivityContext> span) =>
            span.Parent == default ? ActivitySamplingResult.None : ActivitySamplingResult.PropagationData,
    };

    public EngineTraces() => ActivitySource.AddActivityListener(listener);

    public ValueTask DisposeAsync()
    {
        listener.Dispose();
        return ValueTask.CompletedTask;
    }
}
