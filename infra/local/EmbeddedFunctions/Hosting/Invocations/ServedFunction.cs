using EmbeddedFunctions.Hosting.Declarations;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Context.Features;
using Microsoft.Extensions.DependencyInjection;

namespace EmbeddedFunctions.Hosting.Invocations;

/// <summary>A function ready to run: its parameters' bindings are worked out once, at start.</summary>
sealed class ServedFunction(FunctionDeclaration declaration, IReadOnlyList<ParameterBinding> bindings)
{
    readonly Lazy<FunctionMethod> method = new(() => new(declaration.Method));
    readonly Lazy<ObjectFactory?> create = new(() => declaration.Method.IsStatic ? null : ActivatorUtilities.CreateFactory(declaration.Method.DeclaringType!, []));

    public FunctionDeclaration Declaration => declaration;

    /// <summary>One for each parameter, in their order.</summary>
    public IReadOnlyList<ParameterBinding> Bindings => bindings;

    public FunctionDefinition Definition { get; } = new ServedFunctionDefinition(declaration);

    /// <summary>Fills the parameters, makes the function's object if it has one, and runs the method.</summary>
    /// <exception cref="FunctionInputConverterException">A parameter cannot be filled.</exception>
    public async Task<object?> RunAsync(FunctionContext context)
    {
        var arguments = (await context.Features.Get<IFunctionInputBindingFeature>()!.BindFunctionInputAsync(context)).Values;
        var instance = create.Value?.Invoke(context.InstanceServices, null);
        try
        {
            return await method.Value.RunAsync(instance, arguments);
        }
        finally
        {
            await DisposeAsync(instance);
        }
    }

    static async ValueTask DisposeAsync(object? instance)
    {
        if (instance is IAsyncDisposable asynchronous) await asynchronous.DisposeAsync();
        else (instance as IDisposable)?.Dispose();
    }
}
