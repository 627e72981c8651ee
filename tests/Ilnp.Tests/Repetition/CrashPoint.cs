using Azure.Core;
using Azure.Core.Pipeline;

namespace Ilnp.Tests.Repetition;

/// <summary>
/// Where a process ends: right after one of its calls to storage or mail has done its work. That call is not answered, and no
/// later one is made.
/// </summary>
/// <param name="afterCall">From 1; none by default.</param>
sealed class CrashPoint(int afterCall = int.MaxValue) : HttpPipelinePolicy
{
    int calls;

    /// <summary>Calls that did their work.</summary>
    public int Calls => Math.Min(Volatile.Read(ref calls), afterCall);

    /// <summary>A call to the outside that is no request to storage.</summary>
    public async Task<T> PassAsync<T>(Func<Task<T>> call)
    {
        RequireLife();
        var answer = await call();
        Count();
        return answer;
    }

    /// <summary>Making tables and containers is not counted: a process finds them made, unless it is the first of all.</summary>
    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        RequireLife();
        await ProcessNextAsync(message, pipeline);
        if (!MakesRoom(message.Request)) Count();
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException();

    static bool MakesRoom(Request request) =>
        request.Uri.Path.EndsWith("/Tables", StringComparison.Ordinal)
            || request.Uri.Query.Contains("restype=container", StringComparison.Ordinal);

    void RequireLife()
    {
        if (Volatile.Read(ref calls) >= afterCall) throw new ProcessEnded();
    }

    void Count()
    {
        if (Interlocked.Increment(ref calls) >= afterCall) throw new ProcessEnded();
    }
}

/// <summary>Nothing of the process runs any more.</summary>
sealed class ProcessEnded() : Exception("The process has ended.");
