using System.Reflection;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace EmbeddedFunctions.Hosting;

/// <summary>What an app's <c>Program</c> has put together by the time of <c>Build()</c>.</summary>
sealed class AppParts(Assembly caller)
{
    /// <summary>The assembly of <c>Program</c>.</summary>
    public Assembly Caller { get; } = caller;

    /// <summary>Types whose functions are served; null for all of the caller's assembly.</summary>
    public IReadOnlyList<Type>? Types { get; set; }

    /// <summary>Outermost first.</summary>
    public List<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> Middleware { get; } = [];

    public bool ServesHttp { get; set; }
}
