using System.Reflection;
using EmbeddedFunctions.Hosting.Settings;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace EmbeddedFunctions.Hosting.Declarations;

/// <summary>Finds the functions of an app by their attributes.</summary>
static class FunctionDiscovery
{
    const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    /// <summary>The types given, otherwise those of the calling assembly, and of the assemblies it refers to when it has no function itself.</summary>
    public static IReadOnlyList<FunctionDeclaration> Find(AppParts parts, StartErrors errors)
    {
        if (parts.Types is { } given) return In(given, errors);
        var own = In(parts.Caller.GetTypes(), errors);
        if (own.Count > 0 || errors.Any) return own;
        var served = parts.Caller.GetReferencedAssemblies().Select(Assembly.Load).Where(RefersToThisHost);
        return In(served.SelectMany(assembly => assembly.GetTypes()), errors);
    }

    static bool RefersToThisHost(Assembly assembly)
    {
        var host = typeof(FunctionDiscovery).Assembly.GetName().Name;
        return assembly.GetReferencedAssemblies().Any(reference => reference.Name == host);
    }

    static List<FunctionDeclaration> In(IEnumerable<Type> types, StartErrors errors) =>
        types.SelectMany(type => type.GetMethods(Declared))
            .Select(method => (Method: method, Attribute: method.GetCustomAttribute<FunctionAttribute>()))
            .Where(found => found.Attribute is not null)
            .Select(found => Declare(found.Method, found.Attribute!.Name, errors))
            .OfType<FunctionDeclaration>()
            .OrderBy(function => function.Name, StringComparer.OrdinalIgnoreCase)
            .ToList();

    static FunctionDeclaration? Declare(MethodInfo method, string name, StartErrors errors)
    {
        var triggers = method.GetParameters().Where(parameter => parameter.GetCustomAttribute<TriggerBindingAttribute>() is not null).ToList();
        if (triggers.Count != 1)
        {
            errors.Add($"Function {name} ({method.DeclaringType?.FullName}.{method.Name}) has {triggers.Count} trigger parameters; it needs exactly one.");
            return null;
        }

        return TriggerOf(triggers[0], name) is { } trigger
            ? new(name, method, trigger) { Retry = FunctionRetry.Of(method, trigger, name, errors) }
            : Unknown();

        FunctionDeclaration? Unknown()
        {
            errors.Add($"Function {name}: this host does not know its trigger.");
            return null;
        }
    }

    static FunctionTrigger? TriggerOf(ParameterInfo parameter, string function) => parameter.GetCustomAttribute<TriggerBindingAttribute>() switch
    {
        HttpTriggerAttribute http => new HttpTrigger(
            parameter, http.AuthLevel, (http.Methods ?? []).Select(method => method.ToUpperInvariant()).Distinct().ToList(), http.Route ?? function),
        TimerTriggerAttribute timer => new TimerTrigger(parameter, timer.Schedule, timer.RunOnStartup, timer.UseMonitor),
        OrchestrationTriggerAttribute orchestration => new OrchestrationTrigger(parameter, orchestration.Orchestration ?? function),
        ActivityTriggerAttribute activity => new ActivityTrigger(parameter, activity.Activity ?? function),
        _ => null,
    };
}
