using OpenTelemetry;
using OpenTelemetry.Logs;

namespace Ilnp.Operations.Telemetry;

/// <summary>Of an exception its type and its place in the code go out with a log's line, not its words.</summary>
sealed class DiscreetLogs : BaseProcessor<LogRecord>
{
    /// <inheritdoc/>
    public override void OnEnd(LogRecord data)
    {
        if (data.Exception is not { } error) return;
        data.Attributes =
            [.. data.Attributes ?? [], new("exception.type", error.GetType().FullName), new("exception.stacktrace", error.StackTrace)];
        data.Exception = null;
    }
}
