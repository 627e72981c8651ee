namespace Ilnp.Programme;

/// <summary>A failure that may pass by itself: the only exception that orchestrations retry.</summary>
public sealed class TransientFailure(string message, Exception? inner = null) : Exception(message, inner);
