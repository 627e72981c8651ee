namespace Microsoft.Azure.Functions.Worker.Context.Features;

/// <summary>Works out the values of a function's parameters; a second time gives the same ones.</summary>
public interface IFunctionInputBindingFeature
{
    /// <exception cref="FunctionInputConverterException">A parameter cannot be had from what the trigger brought.</exception>
    ValueTask<FunctionInputBindingResult> BindFunctionInputAsync(FunctionContext context);
}

/// <summary>The values of a function's parameters, in their order; what is changed here reaches the function.</summary>
public class FunctionInputBindingResult(object?[] values)
{
    public object?[] Values { get; } = values;
}
