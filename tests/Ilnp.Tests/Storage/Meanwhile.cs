using Azure.Core;
using Azure.Core.Pipeline;

namespace Ilnp.Tests.Storage;

/// <summary>
/// What somebody else does just before the first request of a kind reaches storage: two at once, in an order that a test chooses.
/// </summary>
sealed class Meanwhile(Func<Request, bool> before, Func<Task> act) : HttpPipelinePolicy
{
    int happened;

    public bool Happened => Volatile.Read(ref happened) > 0;

    public T In<T>(T options) where T : ClientOptions
    {
        options.AddPolicy(this, HttpPipelinePosition.PerCall);
        return options;
    }

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        if (before(message.Request) && Interlocked.Exchange(ref happened, 1) == 0) await act();
        await ProcessNextAsync(message, pipeline);
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException();
}
