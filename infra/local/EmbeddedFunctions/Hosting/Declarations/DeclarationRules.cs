using System.Text.RegularExpressions;
using EmbeddedFunctions.Hosting.Invocations;
using EmbeddedFunctions.Hosting.Settings;

namespace EmbeddedFunctions.Hosting.Declarations;

/// <summary>What must hold for all functions of an app, whatever starts them.</summary>
static partial class DeclarationRules
{
    /// <param name="servesHttp">Whether the app called <c>ConfigureFunctionsWebApplication()</c>.</param>
    public static void Check(IReadOnlyList<FunctionDeclaration> functions, bool servesHttp, StartErrors errors)
    {
        if (!servesHttp && functions.Any(function => function.Trigger is HttpTrigger))
            errors.Add("The app has HTTP functions: call builder.ConfigureFunctionsWebApplication() in Program.cs.");
        foreach (var function in functions) CheckOne(function, errors);
        CheckUnique(functions, "function", function => function.Name, errors);
        CheckUnique(functions.Where(f => f.Trigger is OrchestrationTrigger), "orchestrator", f => ((OrchestrationTrigger)f.Trigger).TaskName, errors);
        CheckUnique(functions.Where(f => f.Trigger is ActivityTrigger), "activity", f => ((ActivityTrigger)f.Trigger).TaskName, errors);
    }

    static void CheckOne(FunctionDeclaration function, StartErrors errors)
    {
        if (!Name().IsMatch(function.Name))
            errors.Add($"Function \"{function.Name}\" ({function.Where}): a name is a letter and up to 127 letters, digits, dashes and underscores.");
        if (!function.Method.IsPublic || function.Method.DeclaringType is { IsVisible: false })
            errors.Add($"Function {function.Name} ({function.Where}) must be a public method of a public class.");
        if (function.Method.ContainsGenericParameters)
            errors.Add($"Function {function.Name} ({function.Where}) must not be generic.");
        if (!function.Method.IsStatic && (function.Method.DeclaringType!.IsAbstract || function.Method.DeclaringType.GetConstructors().Length == 0))
            errors.Add($"Function {function.Name}: its class {function.Method.DeclaringType.FullName} has no public constructor.");
        OrchestrationInput.Check(function, errors);
    }

    static void CheckUnique(IEnumerable<FunctionDeclaration> functions, string kind, Func<FunctionDeclaration, string> name, StartErrors errors)
    {
        foreach (var group in functions.GroupBy(name, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1))
            errors.Add($"The {kind} name {group.Key} is taken more than once: {string.Join(" and ", group.Select(function => function.Where))}.");
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_-]{0,127}$")]
    private static partial Regex Name();
}
