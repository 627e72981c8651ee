using FunctionsHost.Protocol;

namespace FunctionsHost.Functions;

/// <summary>A function threw; the exception as the worker tells it.</summary>
sealed class FunctionFailedException(string function, RpcException? failure)
    : Exception($"Function {function} failed: {failure?.Message ?? "no reason given"}")
{
    public RpcException Failure { get; } = failure ?? new RpcException { Message = "The worker gave no reason." };
}

/// <summary>The worker has ended or hung up, in the middle of something.</summary>
sealed class WorkerLostException(string message, Exception? inner = null) : Exception(message, inner);
