using Ilnp.Orchestration.Retries;
using Microsoft.DurableTask;

namespace Ilnp.Orchestration;

/// <summary>A failure that may pass by itself: the only exception after which orchestrations try an activity again.</summary>
/// <param name="message">Without personal data: histories of orchestrations keep it.</param>
/// <param name="inner">What told of it; not kept.</param>
public sealed class TransientFailure(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>
    /// The failure itself where it is one, or stands anywhere among its causes; else null. Told by its name: the package's own
    /// question loads types, so that its answer could depend on what else is loaded.
    /// </summary>
    public static TaskFailureDetails? In(TaskFailureDetails failure)
    {
        for (TaskFailureDetails? cause = failure; cause is not null; cause = cause.InnerFailure)
            if (RecordedType.Is<TransientFailure>(cause.ErrorType)) return cause;
        return null;
    }
}
