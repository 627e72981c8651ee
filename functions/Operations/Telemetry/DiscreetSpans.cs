using System.Diagnostics;
using Ilnp.Signals;
using OpenTelemetry;

namespace Ilnp.Operations.Telemetry;

/// <summary>
/// Leaves of each span only what is known to name nobody, whoever made it: an error's own words, an address or a header may hold a
/// person's. Stands before whatever sends spans.
/// </summary>
sealed class DiscreetSpans : BaseProcessor<Activity>
{
    /// <summary>
    /// Of the worker and the durable engine: names of code, numbers, ids of invocations and instances, which hold ids only.
    /// </summary>
    static readonly HashSet<string> Known =
    [
        .. SignalTag.All,
        "faas.name", "faas.invocation_id", "faas.instance", "schema.url",
        "durabletask.type", "durabletask.task.name", "durabletask.task.instance_id",
        "durabletask.task.execution_id", "durabletask.task.task_id",
        "durabletask.task.status", "durabletask.task.version", "durabletask.event.target_instance_id", "durabletask.fire_at",
    ];

    /// <inheritdoc/>
    public override void OnEnd(Activity data)
    {
        foreach (var unknown in data.TagObjects.Select(tag => tag.Key).Where(key => !Known.Contains(key)).ToList())
            data.SetTag(unknown, null);
        if (data.StatusDescription is not null) data.SetStatus(data.Status);
        // Events, as of an exception, cannot be taken off a span: it stays here.
        if (data.Events.Any() || data.Links.Any(link => link.EnumerateTagObjects().MoveNext()))
            data.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
    }
}
