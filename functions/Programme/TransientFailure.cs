using Microsoft.DurableTask;

namespace Ilnp.Programme;

/// <summary>A failure that may pass by itself: the only exception that orchestrations retry.</summary>
public sealed class TransientFailure(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>
    /// Whether it is the failure or stands anywhere among its causes. Told by its name: the package's own question loads
    /// types, so that its answer, and with it a replay, could depend on what else is loaded.
    /// </summary>
    public static bool IsCauseOf(TaskFailureDetails failure)
    {
        for (TaskFailureDetails? cause = failure; cause is not null; cause = cause.InnerFailure)
            if (cause.ErrorType == typeof(TransientFailure).FullName) return true;
        return false;
    }
}
