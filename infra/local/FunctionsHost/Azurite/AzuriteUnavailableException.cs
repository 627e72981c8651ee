namespace FunctionsHost.Azurite;

/// <summary>The local storage could not be had; the message says in one sentence what to do.</summary>
public sealed class AzuriteUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
