using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Ilnp.Tests.Orchestration.Golden;

/// <summary>The app's orchestrator functions as they are shipped, by name.</summary>
static class AppOrchestrators
{
    static readonly Dictionary<string, MethodInfo> Methods = typeof(Ilnp.Program).Assembly.GetTypes()
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly))
        .Where(method => method.GetParameters() is [{ } first, _] && first.IsDefined(typeof(OrchestrationTriggerAttribute)))
        .ToDictionary(method => method.GetCustomAttribute<FunctionAttribute>()!.Name);

    public static IEnumerable<string> Names => Methods.Keys.Order(StringComparer.Ordinal);

    public static ITaskOrchestrator Get(string name) => new OfMethod(Methods[name]);

    sealed class OfMethod(MethodInfo method) : ITaskOrchestrator
    {
        public Type InputType { get; } = method.GetParameters()[1].ParameterType;

        public Type OutputType => typeof(object);

        public async Task<object?> RunAsync(TaskOrchestrationContext context, object? input)
        {
            var running = (Task)method.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [context, input], null)!;
            await running;
            return method.ReturnType.IsGenericType ? ((dynamic)running).Result : null;
        }
    }
}
