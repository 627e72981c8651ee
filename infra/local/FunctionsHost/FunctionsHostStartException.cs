namespace FunctionsHost;

/// <summary>The host cannot start; the message says in plain words what is wrong and what to do, one line for each thing.</summary>
public sealed class FunctionsHostStartException(string message, Exception? inner = null) : Exception(message, inner);
