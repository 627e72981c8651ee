using EmbeddedFunctions.Hosting.Declarations;
using EmbeddedFunctions.Hosting.Invocations;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.Extensions.DependencyInjection;

namespace EmbeddedFunctions.Hosting.Durable;

/// <summary>An activity function as the engine runs it: an object and a scope of services for each call.</summary>
sealed class FunctionActivity(ServedFunction function, FunctionPipeline pipeline, IServiceScopeFactory scopes) : ITaskActivity
{
    public Type InputType { get; } = InputOf(function.Declaration.Trigger);

    public Type OutputType { get; } = FunctionMethod.OutputOf(function.Declaration.Method);

    public async Task<object?> RunAsync(TaskActivityContext context, object? input)
    {
        await using var scope = scopes.CreateAsyncScope();
        var invocation = new InvocationContext(function, scope.ServiceProvider);
        invocation.Features.Set(context);
        invocation.Features.Set(new TaskInput(input ?? ParameterBindings.DefaultOf(function.Declaration.Trigger.Parameter)));
        return await pipeline.RunAsync(invocation);
    }

    /// <summary>A trigger parameter of type <see cref="FunctionContext"/> takes no input.</summary>
    static Type InputOf(FunctionTrigger trigger) =>
        trigger.Parameter.ParameterType == typeof(FunctionContext) ? typeof(object) : trigger.Parameter.ParameterType;
}
