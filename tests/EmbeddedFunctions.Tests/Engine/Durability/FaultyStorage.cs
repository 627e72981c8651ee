using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace EmbeddedFunctions.Tests.Engine.Durability;

/// <summary>Lets requests fail before they are sent, lose their answers, be throttled, or take long: at random, the same for a seed.</summary>
sealed class FaultyStorage(int seed) : HttpPipelinePolicy
{
    readonly Random random = new(seed);

    public int Faults { get; private set; }

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var (fault, pause) = Next();
        if (fault < 0.05) throw new IOException("The connection was reset before the request was sent.");
        if (fault < 0.10) throw new RequestFailedException(503, "Server busy.", "ServerBusy", null);
        if (fault < 0.20) await Task.Delay(pause);
        await ProcessNextAsync(message, pipeline);
        if (fault > 0.95) throw new IOException("The connection was reset before the answer came.");
        if (fault > 0.92) throw new RequestFailedException(500, "Operation timed out.", "OperationTimedOut", null);
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
        => throw new NotSupportedException("The engine makes no blocking requests.");

    (double Fault, TimeSpan Pause) Next()
    {
        lock (random)
        {
            var fault = random.NextDouble();
            if (fault is < 0.20 or > 0.92) Faults++;
            return (fault, TimeSpan.FromMilliseconds(50 * random.NextDouble()));
        }
    }
}
