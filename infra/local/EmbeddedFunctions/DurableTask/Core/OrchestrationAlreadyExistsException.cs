namespace DurableTask.Core.Exceptions;

/// <summary>An instance of that id exists and may not be replaced. Thrown by the real client under this name.</summary>
public class OrchestrationAlreadyExistsException(string message) : Exception(message);
