using System.Reflection;
using EmbeddedFunctions.Hosting.Declarations;
using EmbeddedFunctions.Hosting.Settings;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Converters;
using Microsoft.Azure.Functions.Worker.Http;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;

namespace EmbeddedFunctions.Hosting.Invocations;

/// <summary>Works out, at start, where each parameter of a function gets its value from.</summary>
static class ParameterBindings
{
    public static IReadOnlyList<ParameterBinding> Of(FunctionDeclaration function, string hubName, StartErrors errors) =>
        function.Method.GetParameters().Select(parameter => Of(function, parameter, hubName, errors)).ToList();

    static ParameterBinding Of(FunctionDeclaration function, ParameterInfo parameter, string hubName, StartErrors errors) =>
        ByConverter(parameter)
        ?? ByTrigger(function, parameter, errors)
        ?? ByClient(function, parameter, hubName, errors)
        ?? ByType(function, parameter)
        ?? ByName(function, parameter)
        ?? ByOrchestrationInput(function, parameter)
        ?? ByDefault(parameter)
        ?? Unbound(function, parameter, errors);

    static ParameterBinding? ByConverter(ParameterInfo parameter)
    {
        var attribute = parameter.GetCustomAttribute<InputConverterAttribute>() ?? parameter.ParameterType.GetCustomAttribute<InputConverterAttribute>();
        return attribute is null ? null : new ConvertedParameter(parameter, attribute.ConverterType).BindAsync;
    }

    static ParameterBinding? ByTrigger(FunctionDeclaration function, ParameterInfo parameter, StartErrors errors)
    {
        if (parameter != function.Trigger.Parameter) return null;
        return (function.Trigger, parameter.ParameterType) switch
        {
            (HttpTrigger, var type) when type == typeof(HttpRequest) || type == typeof(HttpRequestData) => ByType(function, parameter),
            (TimerTrigger, var type) when type == typeof(TimerInfo) => Feature<TimerInfo>,
            (OrchestrationTrigger, var type) when type == typeof(TaskOrchestrationContext) => Feature<TaskOrchestrationContext>,
            (ActivityTrigger, var type) when type == typeof(FunctionContext) => context => new(context),
            (ActivityTrigger, _) => context => new(context.Features.Get<TaskInput>()?.Value),
            _ => WrongTriggerType(function, parameter, errors),
        };
    }

    static ParameterBinding? ByClient(FunctionDeclaration function, ParameterInfo parameter, string hubName, StartErrors errors)
    {
        if (parameter.GetCustomAttribute<DurableClientAttribute>() is not { } attribute) return null;
        if (parameter.ParameterType != typeof(DurableTaskClient))
            errors.Add($"Function {function.Name}: [DurableClient] {parameter.Name} must be a {nameof(DurableTaskClient)}.");
        if (attribute.TaskHub is { } hub && !hub.Equals(hubName, StringComparison.OrdinalIgnoreCase))
            errors.Add($"Function {function.Name}: its client asks for task hub {hub}; this host has only {hubName}.");
        if (attribute.ConnectionName is { } connection && connection != EmbeddedHostSettings.Storage)
            errors.Add($"Function {function.Name}: its client asks for connection {connection}; this host has only {EmbeddedHostSettings.Storage}.");
        return context => new(context.InstanceServices.GetRequiredService<DurableTaskClient>());
    }

    static ParameterBinding? ByType(FunctionDeclaration function, ParameterInfo parameter) => (function.Trigger, parameter.ParameterType) switch
    {
        (_, var type) when type == typeof(FunctionContext) => context => new(context),
        (_, var type) when type == typeof(CancellationToken) => context => new(context.CancellationToken),
        (HttpTrigger, var type) when type == typeof(HttpRequest) => context => new(context.GetHttpContext()!.Request),
        (HttpTrigger, var type) when type == typeof(HttpRequestData) => async context => await context.GetHttpRequestDataAsync(),
        _ => null,
    };

    /// <summary>A value of the route or, for what can be written in one, of the query.</summary>
    static ParameterBinding? ByName(FunctionDeclaration function, ParameterInfo parameter) =>
        function.Trigger is HttpTrigger http && (RouteParameters.In(http.Route).Contains(parameter.Name!) || NamedValue.IsOfText(parameter.ParameterType))
            ? new NamedValue(parameter).Bind
            : null;

    /// <summary>As in the real worker, the first parameter of an orchestrator that nothing else fills is its input.</summary>
    static ParameterBinding? ByOrchestrationInput(FunctionDeclaration function, ParameterInfo parameter) =>
        parameter == OrchestrationInput.ParameterOf(function) ? context => new(context.Features.Get<TaskInput>()?.Value ?? DefaultOf(parameter)) : null;

    static ParameterBinding? ByDefault(ParameterInfo parameter) =>
        parameter.HasDefaultValue || Nullability.AllowsNull(parameter) ? _ => new(DefaultOf(parameter)) : null;

    internal static object? DefaultOf(ParameterInfo parameter)
    {
        if (parameter.HasDefaultValue && parameter.DefaultValue is { } value) return value;
        return parameter.ParameterType.IsValueType ? Activator.CreateInstance(parameter.ParameterType) : null;
    }

    static ParameterBinding Unbound(FunctionDeclaration function, ParameterInfo parameter, StartErrors errors)
    {
        errors.Add($"Function {function.Name}: nothing fills its parameter {parameter.Name} ({parameter.ParameterType.Name}).");
        return _ => default;
    }

    static ParameterBinding WrongTriggerType(FunctionDeclaration function, ParameterInfo parameter, StartErrors errors)
    {
        errors.Add($"Function {function.Name}: its trigger parameter {parameter.Name} cannot be a {parameter.ParameterType.Name}.");
        return _ => default;
    }

    static ValueTask<object?> Feature<T>(FunctionContext context) => new(context.Features.Get<T>());
}
