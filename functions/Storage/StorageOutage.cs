using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using Ilnp.Orchestration;

namespace Ilnp.Storage;

/// <summary>
/// Storage that does not answer, or is too busy, after the client's own tries: told as <see cref="TransientFailure"/>, which
/// orchestrations try again later. Said here, in the clients, since an activity's exception is already text when the
/// worker's middleware or an orchestration sees it.
/// </summary>
public sealed class StorageOutage : HttpPipelinePolicy
{
    /// <inheritdoc/>
    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        try
        {
            await ProcessNextAsync(message, pipeline);
        }
        catch (Exception e) when (!message.CancellationToken.IsCancellationRequested && MayPass(e))
        {
            throw new TransientFailure("Storage did not answer.", e);
        }

        if (MayPass(message.Response.Status)) throw new TransientFailure(Answer(message.Response));
    }

    /// <summary>The app's storage is asked asynchronously only; a request sent otherwise would go out untranslated.</summary>
    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
        throw new NotSupportedException("Storage is asked asynchronously.");

    /// <summary>A time-out, throttling, or a fault on the service's side.</summary>
    public static bool MayPass(int status) => status is 408 or 429 or 500 or 502 or 503 or 504;

    /// <summary>What the service's people ask for; without the address, whose keys may be personal.</summary>
    static string Answer(Response response)
    {
        var code = response.Headers.TryGetValue("x-ms-error-code", out var named) ? named : response.ReasonPhrase;
        var request = response.Headers.TryGetValue("x-ms-request-id", out var id) ? id : response.ClientRequestId;
        return $"Storage answered {response.Status} ({code}) to request {request}.";
    }

    /// <summary>No answer at all, or no token to ask with. Several tries come as one aggregate.</summary>
    static bool MayPass(Exception error) => error switch
    {
        RequestFailedException failed => failed.Status == 0 || MayPass(failed.Status),
        AggregateException { InnerExceptions: { Count: > 0 } tries } => tries.All(MayPass),
        _ => error is IOException or OperationCanceledException or AuthenticationFailedException or StorageUnreachable,
    };
}
