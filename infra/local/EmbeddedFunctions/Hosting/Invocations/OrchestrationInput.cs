using System.Reflection;
using EmbeddedFunctions.Hosting.Declarations;
using EmbeddedFunctions.Hosting.Settings;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace EmbeddedFunctions.Hosting.Invocations;

/// <summary>Which parameter of an orchestrator takes its input.</summary>
static class OrchestrationInput
{
    /// <summary>The first one without a binding of its own; null when the orchestrator takes no input, or by <c>GetInput</c>.</summary>
    public static ParameterInfo? ParameterOf(FunctionDeclaration function) => function.Trigger is not OrchestrationTrigger
        ? null
        : function.Method.GetParameters().FirstOrDefault(parameter =>
            parameter.GetCustomAttribute<BindingAttribute>() is null
            && parameter.ParameterType != typeof(FunctionContext)
            && parameter.ParameterType != typeof(CancellationToken));

    /// <summary>
    /// The real worker hands the input over only when its own type is exactly the parameter's: never to an interface, an
    /// abstract class or a nullable value, which would silently be null there.
    /// </summary>
    public static void Check(FunctionDeclaration function, StartErrors errors)
    {
        if (ParameterOf(function) is not { } parameter) return;
        var type = parameter.ParameterType;
        if (type.IsInterface || type.IsAbstract || Nullable.GetUnderlyingType(type) is not null)
            errors.Add($"Orchestrator {function.Name}: the real worker cannot fill its input {parameter.Name} of type {type.Name}; take a concrete type, or context.GetInput.");
    }
}
