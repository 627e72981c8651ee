using Microsoft.DurableTask;

namespace DurableTask.Core;

/// <summary>What a history has of a failure.</summary>
public class FailureDetails
{
    internal FailureDetails(TaskFailureDetails failure)
    {
        (ErrorType, ErrorMessage, StackTrace, Properties) = (failure.ErrorType, failure.ErrorMessage, failure.StackTrace, failure.Properties);
        InnerFailure = Of(failure.InnerFailure);
    }

    public string ErrorType { get; }

    public string ErrorMessage { get; }

    public string? StackTrace { get; }

    public FailureDetails? InnerFailure { get; }

    public IDictionary<string, object?>? Properties { get; }

    public override string ToString() => $"{ErrorType}: {ErrorMessage}";

    internal static FailureDetails? Of(TaskFailureDetails? failure) => failure is null ? null : new(failure);
}
