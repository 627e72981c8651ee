using EmbeddedFunctions.Engine.History;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Worker;
using Microsoft.Extensions.Logging;

namespace EmbeddedFunctions.Engine.Orchestrations;

/// <summary>Makes what is kept of exceptions of the app's code, with the properties the app chooses.</summary>
sealed class FailureReport(IExceptionPropertiesProvider? chosen, ILogger logger)
{
    public TaskFailureDetails Of(Exception exception)
    {
        var details = TaskFailureDetails.FromException(exception);
        return chosen is null ? details : WithProperties(details, exception, chosen);
    }

    /// <remarks>The failure of a call got its properties where it happened.</remarks>
    TaskFailureDetails WithProperties(TaskFailureDetails details, Exception exception, IExceptionPropertiesProvider provider) => details with
    {
        Properties = PropertiesOf(exception, provider),
        InnerFailure = exception is not TaskFailedException && exception.InnerException is { } inner
            ? WithProperties(details.InnerFailure!, inner, provider)
            : details.InnerFailure,
    };

    /// <remarks>What the provider itself throws must not hide the failure.</remarks>
    IDictionary<string, object?>? PropertiesOf(Exception exception, IExceptionPropertiesProvider provider)
    {
        try
        {
            return provider.GetExceptionProperties(exception)?.ToDictionary(pair => pair.Key, pair => FailureProperty.Plain(pair.Value));
        }
        catch (Exception e)
        {
            logger.LogWarning(e, "The properties of a {Exception} could not be read and are not kept", exception.GetType());
            return null;
        }
    }
}
