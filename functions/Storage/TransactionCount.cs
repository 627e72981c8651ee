using Azure.Core;
using Azure.Core.Pipeline;

namespace Ilnp.Storage;

/// <summary>Counts the requests that the app's storage clients send, retries included: what the account bills.</summary>
public sealed class TransactionCount : HttpPipelineSynchronousPolicy
{
    long sent;

    /// <summary>Requests since the process started.</summary>
    public long Sent => Interlocked.Read(ref sent);

    /// <inheritdoc/>
    public override void OnSendingRequest(HttpMessage message) => Interlocked.Increment(ref sent);
}
