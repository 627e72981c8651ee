using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace EmbeddedFunctions.Hosting.Declarations;

/// <summary>One function as it stands in the app's code.</summary>
sealed record FunctionDeclaration(string Name, MethodInfo Method, FunctionTrigger Trigger)
{
    public FunctionRetry Retry { get; init; } = FunctionRetry.None;

    /// <summary>Where to find it, for messages.</summary>
    public string Where => $"{Method.DeclaringType?.FullName}.{Method.Name}";
}

/// <summary>What starts a function, and the parameter that says so.</summary>
abstract record FunctionTrigger(ParameterInfo Parameter);

/// <param name="Methods">In capitals; empty for every method.</param>
/// <param name="Route">Without the prefix of <c>host.json</c>.</param>
sealed record HttpTrigger(ParameterInfo Parameter, AuthorizationLevel Level, IReadOnlyList<string> Methods, string Route) : FunctionTrigger(Parameter);

/// <param name="Schedule">As written, <c>%Setting%</c> not yet resolved.</param>
sealed record TimerTrigger(ParameterInfo Parameter, string Schedule, bool RunOnStartup, bool UseMonitor) : FunctionTrigger(Parameter);

sealed record OrchestrationTrigger(ParameterInfo Parameter, string TaskName) : FunctionTrigger(Parameter);

sealed record ActivityTrigger(ParameterInfo Parameter, string TaskName) : FunctionTrigger(Parameter);
