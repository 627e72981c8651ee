using Azure;
using Ilnp.Programme;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace Ilnp.Storage;

/// <summary>
/// Storage that does not answer, or is too busy, after the client's own tries: told to orchestrations as what they try
/// again later, whichever step it happened in.
/// </summary>
public sealed class StorageOutage : IFunctionsWorkerMiddleware
{
    /// <inheritdoc/>
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (Exception e) when (MayPass(e))
        {
            throw new TransientFailure("Storage did not answer or was too busy.", e);
        }
    }

    /// <summary>No answer at all, a time-out, throttling, or a fault on the service's side. Several tries come as one aggregate.</summary>
    public static bool MayPass(Exception error) => error switch
    {
        RequestFailedException { Status: 0 or 408 or 429 or >= 500 } => true,
        AggregateException { InnerExceptions: { Count: > 0 } tries } => tries.All(MayPass),
        _ => false,
    };
}
