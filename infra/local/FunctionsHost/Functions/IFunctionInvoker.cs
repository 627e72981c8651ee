using FunctionsHost.Protocol;

namespace FunctionsHost.Functions;

/// <summary>Runs functions in the worker.</summary>
interface IFunctionInvoker
{
    /// <summary>All functions that are loaded.</summary>
    IReadOnlyList<FunctionDescription> Functions { get; }

    /// <summary>Runs a function once. When cancelled, the worker is told; the call still ends with the worker's answer.</summary>
    /// <param name="function">One of <see cref="Functions"/>.</param>
    /// <param name="invocation">Inputs; its ids of function and, where there is none yet, of invocation are set here.</param>
    /// <param name="cancellation">Tells the function, by its cancellation token, to end early.</param>
    /// <exception cref="FunctionFailedException">The function threw.</exception>
    /// <exception cref="WorkerLostException">The worker is gone; whether the function ran is not known.</exception>
    Task<InvocationResponse> InvokeAsync(FunctionDescription function, InvocationRequest invocation, CancellationToken cancellation);
}
