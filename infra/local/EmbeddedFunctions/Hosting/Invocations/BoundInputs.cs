using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Context.Features;

namespace EmbeddedFunctions.Hosting.Invocations;

/// <summary>The arguments of one invocation: each is worked out once, by middleware that asks for it or when the function runs.</summary>
sealed class BoundInputs(ServedFunction function) : IFunctionInputBindingFeature
{
    readonly object?[] values = new object?[function.Bindings.Count];
    readonly bool[] bound = new bool[function.Bindings.Count];

    public ServedFunction Function => function;

    public async ValueTask<FunctionInputBindingResult> BindFunctionInputAsync(FunctionContext context)
    {
        for (var i = 0; i < values.Length; i++) await BindAsync(context, i);
        return new(values);
    }

    public async ValueTask BindAsync(FunctionContext context, int index)
    {
        if (bound[index]) return;
        values[index] = await function.Bindings[index](context);
        bound[index] = true;
    }

    public object? this[int index]
    {
        get => values[index];
        set => values[index] = value;
    }
}

/// <summary>One argument as middleware sees it.</summary>
sealed class BoundInput<T> : InputBindingData<T>
{
    readonly BoundInputs inputs;
    readonly int index;

    BoundInput(BoundInputs inputs, int index, BindingMetadata metadata) => (this.inputs, this.index, BindingMetadata) = (inputs, index, metadata);

    public override BindingMetadata BindingMetadata { get; }

    public override T? Value
    {
        get => (T?)inputs[index];
        set => inputs[index] = value;
    }

    public static async ValueTask<BoundInput<T>> BindAsync(FunctionContext context, BindingMetadata metadata)
    {
        var inputs = context.Features.Get<IFunctionInputBindingFeature>() as BoundInputs
            ?? throw new InvalidOperationException("This invocation has no inputs to read.");
        var index = inputs.Function.Declaration.Method.GetParameters().ToList().FindIndex(parameter => parameter.Name == metadata.Name);
        if (index < 0) throw new InvalidOperationException($"{context.FunctionDefinition.Name} has no parameter {metadata.Name}.");
        await inputs.BindAsync(context, index);
        if (inputs[index] is not (null or T))
            throw new InvalidOperationException($"Parameter {metadata.Name} of {context.FunctionDefinition.Name} is a {inputs[index]!.GetType()}, not a {typeof(T)}.");
        return new(inputs, index, metadata);
    }
}
