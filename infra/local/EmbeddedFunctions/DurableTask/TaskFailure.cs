using System.Diagnostics.CodeAnalysis;

namespace Microsoft.DurableTask;

/// <summary>What is kept of an exception: enough to tell what failed, without the exception's type having to be at hand.</summary>
/// <param name="ErrorType">The exception's full type name.</param>
public record TaskFailureDetails(
    string ErrorType,
    string ErrorMessage,
    string? StackTrace,
    TaskFailureDetails? InnerFailure,
    IDictionary<string, object?>? Properties)
{
    /// <summary>The details of an exception and, recursively, of its inner ones.</summary>
    public static TaskFailureDetails FromException(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return exception is TaskFailedException { FailureDetails: var details } failed
            ? new(Name(failed), failed.Message, failed.StackTrace, details, null)
            : new(Name(exception), exception.Message, exception.StackTrace, exception.InnerException is { } inner ? FromException(inner) : null, null);
    }

    /// <summary>Whether the failure itself was an exception of that type or of one derived from it; inner failures are not looked at.</summary>
    public bool IsCausedBy<T>()
        where T : Exception => IsCausedBy(typeof(T));

    /// <inheritdoc cref="IsCausedBy{T}"/>
    public bool IsCausedBy(Type targetBaseExceptionType)
    {
        ArgumentNullException.ThrowIfNull(targetBaseExceptionType);
        if (!typeof(Exception).IsAssignableFrom(targetBaseExceptionType))
            throw new ArgumentException($"{targetBaseExceptionType} is not an exception type.", nameof(targetBaseExceptionType));
        return ErrorType == targetBaseExceptionType.FullName
            || (ErrorType.Length > 0 && ExceptionTypes.Find(ErrorType) is { } type && targetBaseExceptionType.IsAssignableFrom(type));
    }

    public override string ToString() => $"{ErrorType}: {ErrorMessage}";

    static string Name(Exception exception) => exception.GetType().ToString();
}

/// <summary>An activity or sub-orchestration failed, retries included.</summary>
[SuppressMessage("Design", "CA1032", Justification = "The public surface is the real library's.")]
public sealed class TaskFailedException : Exception
{
    public TaskFailedException(string taskName, int taskId, Exception innerException)
        : this(taskName, taskId, TaskFailureDetails.FromException(innerException), innerException)
    {
    }

    public TaskFailedException(string taskName, int taskId, TaskFailureDetails failureDetails)
        : this(taskName, taskId, failureDetails, null)
    {
    }

    TaskFailedException(string taskName, int taskId, TaskFailureDetails details, Exception? inner)
        : base($"Task '{taskName}' (#{taskId}) failed with an unhandled exception: {details.ErrorMessage}", inner)
        => (TaskName, TaskId, FailureDetails) = (taskName, taskId, details);

    public string TaskName { get; }

    /// <summary>The call's number within its orchestration.</summary>
    public int TaskId { get; }

    public TaskFailureDetails FailureDetails { get; }

    [Obsolete("Use the FailureDetails property and its IsCausedBy<T>() method")]
    public bool IsCausedByException<T>()
        where T : Exception => FailureDetails.IsCausedBy<T>();
}
