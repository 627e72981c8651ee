namespace Microsoft.DurableTask;

/// <summary>From what the engine hands over to what a class or function asks for.</summary>
static class TypedInput
{
    /// <summary>The input, or the type's default value when there is none.</summary>
    /// <exception cref="ArgumentException">The input is of another type.</exception>
    public static T Of<T>(object? input) => input switch
    {
        null => default!,
        T typed => typed,
        _ => throw new ArgumentException($"Input of type {input.GetType()} was given where {typeof(T)} is expected.", nameof(input)),
    };

    /// <summary>Whether it is a <see cref="TaskOrchestrator{TInput, TOutput}"/> of another type than object.</summary>
    public static bool IsDeclaredBy(ITaskOrchestrator orchestrator)
    {
        var type = orchestrator.GetType();
        while (type is not null && !(type.IsGenericType && type.GetGenericTypeDefinition() == typeof(TaskOrchestrator<,>))) type = type.BaseType;
        return type is not null && orchestrator.InputType != typeof(object);
    }
}
