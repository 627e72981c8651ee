using System.Globalization;
using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Core.FunctionMetadata;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace FunctionsHost.Worker.InProcess;

/// <summary>Describes the functions of certain types by reflection, where the build made no list of them: in tests.</summary>
sealed class FunctionsOfTypes(IReadOnlyList<Type> types) : IFunctionMetadataProvider
{
    const BindingFlags Methods = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public Task<System.Collections.Immutable.ImmutableArray<IFunctionMetadata>> GetFunctionMetadataAsync(string directory) =>
        Task.FromResult<System.Collections.Immutable.ImmutableArray<IFunctionMetadata>>(
            [.. types.SelectMany(type => type.GetMethods(Methods))
                .Where(method => method.IsDefined(typeof(FunctionAttribute))).Select(Describe)]);

    static DefaultFunctionMetadata Describe(MethodInfo method) => new()
    {
        Name = method.GetCustomAttribute<FunctionAttribute>()!.Name,
        EntryPoint = $"{method.DeclaringType!.FullName}.{method.Name}",
        ScriptFile = Path.GetFileName(method.DeclaringType.Assembly.Location),
        Language = "dotnet-isolated",
        Retry = Retry(method),
        RawBindings = [.. method.GetParameters().Select(Binding).OfType<JsonObject>()
            .Concat(Result(method)).Select(binding => binding.ToJsonString())],
    };

    static DefaultRetryOptions? Retry(MethodInfo method) => method.GetCustomAttribute<RetryAttribute>() switch
    {
        FixedDelayRetryAttribute same => new() { MaxRetryCount = same.MaxRetryCount, DelayInterval = Time(same.DelayInterval) },
        ExponentialBackoffRetryAttribute growing =>
            new()
            {
                MaxRetryCount = growing.MaxRetryCount,
                MinimumInterval = Time(growing.MinimumInterval),
                MaximumInterval = Time(growing.MaximumInterval),
            },
        _ => null,
    };

    static TimeSpan Time(string text) => TimeSpan.Parse(text, CultureInfo.InvariantCulture);

    static JsonObject? Binding(ParameterInfo parameter)
    {
        if (parameter.GetCustomAttributes().FirstOrDefault(attribute => attribute is BindingAttribute) is not { } binding) return null;
        var name = binding.GetType().Name.Replace("Attribute", "", StringComparison.Ordinal);
        var raw = new JsonObject { ["name"] = parameter.Name, ["type"] = char.ToLowerInvariant(name[0]) + name[1..], ["direction"] = "In" };
        foreach (var property in binding.GetType().GetProperties().Where(property => property.DeclaringType != typeof(Attribute)))
        {
            if (property.GetValue(binding) is { } value) raw[char.ToLowerInvariant(property.Name[0]) + property.Name[1..]] = Json(value);
        }

        return raw;
    }

    static JsonNode? Json(object value) => value switch
    {
        string text => text,
        bool flag => flag,
        Enum choice => choice.ToString(),
        IEnumerable<string> texts => new JsonArray([.. texts.Select(text => (JsonNode)text)]),
        _ => null,
    };

    /// <summary>An HTTP function's result is its response.</summary>
    static IEnumerable<JsonObject> Result(MethodInfo method) =>
        method.GetParameters().Any(parameter => Binding(parameter)?["type"]?.ToString() == "httpTrigger")
            ? [new() { ["name"] = "$return", ["type"] = "http", ["direction"] = "Out" }]
            : [];
}
