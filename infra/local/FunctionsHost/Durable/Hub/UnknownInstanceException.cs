namespace FunctionsHost.Durable.Hub;

/// <summary>There is no instance of this id.</summary>
sealed class UnknownInstanceException(string instanceId)
    : ArgumentException($"No instance with ID '{instanceId}' was found.", nameof(instanceId));
