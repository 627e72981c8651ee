using Microsoft.Azure.Functions.Worker;

namespace EmbeddedFunctions.Hosting.Invocations;

/// <summary>Gives one parameter's value.</summary>
/// <exception cref="FunctionInputConverterException">It cannot be had from what the trigger brought.</exception>
delegate ValueTask<object?> ParameterBinding(FunctionContext context);
