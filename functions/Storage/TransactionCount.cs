using Azure.Core;
using Azure.Core.Pipeline;

namespace Ilnp.Storage;

/// <summary>Counts the requests that the app's storage clients send, retries included: what the account bills.</summary>
public sealed class TransactionCount
{
    readonly Counted tables = new(), blobs = new();

    /// <summary>To tables, since the process started.</summary>
    public long Tables => tables.Sent;

    /// <inheritdoc cref="Tables"/>
    public long Blobs => blobs.Sent;

    /// <summary>To both.</summary>
    public long Sent => Tables + Blobs;

    /// <summary>Of a client of this store; it goes where each try passes.</summary>
    /// <param name="store"><c>table</c> or <c>blob</c>.</param>
    public HttpPipelinePolicy Of(string store) => store == "table" ? tables : blobs;

    sealed class Counted : HttpPipelineSynchronousPolicy
    {
        long sent;

        public long Sent => Interlocked.Read(ref sent);

        public override void OnSendingRequest(HttpMessage message) => Interlocked.Increment(ref sent);
    }
}
