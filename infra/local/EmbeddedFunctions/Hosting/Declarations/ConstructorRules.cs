using EmbeddedFunctions.Hosting.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace EmbeddedFunctions.Hosting.Declarations;

/// <summary>Whether the classes of functions can be made from the app's services, told at start rather than at the first call.</summary>
static class ConstructorRules
{
    public static void Check(IReadOnlyList<FunctionDeclaration> functions, IServiceProviderIsService services, StartErrors errors)
    {
        foreach (var type in functions.Where(function => !function.Method.IsStatic).Select(function => function.Method.DeclaringType!).Distinct())
        {
            // With several constructors the choice is the container's.
            if (type.GetConstructors() is not [var constructor]) continue;
            var missing = constructor.GetParameters()
                .Where(parameter => !parameter.HasDefaultValue && !services.IsService(parameter.ParameterType) && !HasKey(parameter))
                .Select(parameter => parameter.ParameterType.Name)
                .ToList();
            if (missing.Count > 0) errors.Add($"{type.FullName} needs {string.Join(", ", missing)}, which no service registration gives.");
        }
    }

    static bool HasKey(System.Reflection.ParameterInfo parameter) => parameter.IsDefined(typeof(FromKeyedServicesAttribute), false);
}
