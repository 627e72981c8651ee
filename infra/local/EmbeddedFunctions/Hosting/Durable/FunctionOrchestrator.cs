using EmbeddedFunctions.Hosting.Invocations;
using Microsoft.DurableTask;
using Microsoft.Extensions.DependencyInjection;

namespace EmbeddedFunctions.Hosting.Durable;

/// <summary>An orchestrator function as the engine runs it. Middleware around it runs at every replay, as in the real worker.</summary>
sealed class FunctionOrchestrator(ServedFunction function, FunctionPipeline pipeline, IServiceScopeFactory scopes) : ITaskOrchestrator
{
    public Type InputType { get; } = OrchestrationInput.ParameterOf(function.Declaration)?.ParameterType ?? typeof(object);

    public Type OutputType { get; } = FunctionMethod.OutputOf(function.Declaration.Method);

    public async Task<object?> RunAsync(TaskOrchestrationContext context, object? input)
    {
        await using var scope = scopes.CreateAsyncScope();
        var invocation = new InvocationContext(function, scope.ServiceProvider);
        invocation.Features.Set(context);
        invocation.Features.Set(new TaskInput(input));
        return await pipeline.RunAsync(invocation);
    }
}
