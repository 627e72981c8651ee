namespace EmbeddedFunctions.Hosting.Invocations;

/// <summary>An orchestrator's or activity's input, already of the type that the function asks for.</summary>
sealed record TaskInput(object? Value);
