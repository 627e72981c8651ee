using FunctionsHost.Protocol;

namespace FunctionsHost.Functions;

/// <summary>What a function gets beside its trigger.</summary>
interface IInputBindings
{
    /// <summary>One for each input of the function that this host can fill, such as <c>durableClient</c>.</summary>
    IEnumerable<ParameterBinding> For(FunctionDescription function);
}
