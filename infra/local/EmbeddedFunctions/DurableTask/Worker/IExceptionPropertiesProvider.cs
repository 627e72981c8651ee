namespace Microsoft.DurableTask.Worker;

/// <summary>Chooses what is kept of exceptions beside type, message and stack trace; one among the services is found by the worker.</summary>
public interface IExceptionPropertiesProvider
{
    /// <summary>
    /// What <see cref="TaskFailureDetails.Properties"/> shall have of the exception; null for nothing. Texts, truth values, dates,
    /// lists and dictionaries of objects by text come back as such, numbers as <see cref="double"/>, all else as text.
    /// </summary>
    IDictionary<string, object?>? GetExceptionProperties(Exception exception);
}
