using System.Text.Json;
using Microsoft.DurableTask;

namespace Ilnp.Orchestration.Retries;

/// <summary>
/// Reads an activity's exception as middleware sees it. The durable extension wraps it for the host: in an exception that
/// other code cannot name, with all that is known of the first one as JSON for its message.
/// </summary>
public static class ActivityFailure
{
    const string Wrapper = "Microsoft.Azure.Functions.Worker.Extensions.DurableTask.Exceptions.DurableSerializationException";

    public static TaskFailureDetails Of(Exception thrown) =>
        thrown.GetType().FullName == Wrapper
            ? JsonSerializer.Deserialize<TaskFailureDetails>(thrown.Message, JsonSerializerOptions.Web)!
            : TaskFailureDetails.FromException(thrown);
}
