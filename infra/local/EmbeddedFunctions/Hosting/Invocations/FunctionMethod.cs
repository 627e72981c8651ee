using System.Reflection;

namespace EmbeddedFunctions.Hosting.Invocations;

/// <summary>Calls a function's method and awaits what it returns; nothing is told for <c>void</c>, <c>Task</c> and <c>ValueTask</c>.</summary>
sealed class FunctionMethod(MethodInfo method)
{
    readonly MethodInvoker invoke = MethodInvoker.Create(method);
    readonly Func<object, Task>? asTask = AsTask(method.ReturnType);
    readonly MethodInvoker? result = ResultOf(method.ReturnType);

    public async Task<object?> RunAsync(object? instance, object?[] arguments)
    {
        var returned = invoke.Invoke(instance, arguments.AsSpan());
        if (returned is null || asTask is null) return returned;
        var task = asTask(returned);
        await task; // orchestrators: the engine's own context must be kept
        return result?.Invoke(task);
    }

    /// <summary>The type of the result; <c>object</c> when there is none.</summary>
    public static Type OutputOf(MethodInfo method)
    {
        var type = method.ReturnType;
        if (type.IsGenericType && (IsValueTaskOfResult(type) || type.GetGenericTypeDefinition() == typeof(Task<>))) return type.GenericTypeArguments[0];
        return type == typeof(void) || type == typeof(Task) || type == typeof(ValueTask) ? typeof(object) : type;
    }

    static Func<object, Task>? AsTask(Type type)
    {
        if (typeof(Task).IsAssignableFrom(type)) return returned => (Task)returned;
        if (type == typeof(ValueTask)) return returned => ((ValueTask)returned).AsTask();
        if (!IsValueTaskOfResult(type)) return null;
        var convert = MethodInvoker.Create(type.GetMethod(nameof(ValueTask<int>.AsTask))!);
        return returned => (Task)convert.Invoke(returned)!;
    }

    static MethodInvoker? ResultOf(Type type)
    {
        var task = IsValueTaskOfResult(type) ? typeof(Task<>).MakeGenericType(type.GenericTypeArguments) : type;
        return task.IsGenericType && typeof(Task).IsAssignableFrom(task)
            ? MethodInvoker.Create(task.GetProperty(nameof(Task<int>.Result))!.GetMethod!)
            : null;
    }

    static bool IsValueTaskOfResult(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueTask<>);
}
