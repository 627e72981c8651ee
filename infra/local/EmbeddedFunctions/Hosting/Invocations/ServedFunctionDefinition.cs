using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using EmbeddedFunctions.Hosting.Declarations;
using EmbeddedFunctions.Hosting.Http;
using Microsoft.Azure.Functions.Worker;

namespace EmbeddedFunctions.Hosting.Invocations;

/// <summary>A declaration as middleware sees it.</summary>
sealed class ServedFunctionDefinition(FunctionDeclaration declaration) : FunctionDefinition
{
    public override string EntryPoint { get; } = declaration.Where;

    /// <summary>The same at every start.</summary>
    public override string Id { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(declaration.Name)))[..16];

    public override IImmutableDictionary<string, BindingMetadata> InputBindings { get; } = Inputs(declaration);

    public override string Name => declaration.Name;

    public override IImmutableDictionary<string, BindingMetadata> OutputBindings { get; } = Outputs(declaration);

    public override ImmutableArray<FunctionParameter> Parameters { get; } = declaration.Method.GetParameters()
        .Select(parameter => new FunctionParameter(
            parameter.Name!, parameter.ParameterType, parameter.HasDefaultValue, parameter.HasDefaultValue ? parameter.DefaultValue : null))
        .ToImmutableArray();

    public override string PathToAssembly => declaration.Method.Module.FullyQualifiedName;

    static ImmutableDictionary<string, BindingMetadata> Inputs(FunctionDeclaration declaration) => declaration.Method.GetParameters()
        .Where(parameter => parameter.IsDefined(typeof(DurableClientAttribute), false))
        .Select(parameter => new Binding(BindingDirection.In, parameter.Name!, "durableClient"))
        .Append(new(BindingDirection.In, declaration.Trigger.Parameter.Name!, TypeOf(declaration.Trigger)))
        .ToImmutableDictionary(binding => binding.Name, BindingMetadata (binding) => binding);

    /// <summary>Only HTTP functions have any here: the result, or the property of it that is the response.</summary>
    static ImmutableDictionary<string, BindingMetadata> Outputs(FunctionDeclaration declaration)
    {
        var none = ImmutableDictionary<string, BindingMetadata>.Empty;
        if (declaration.Trigger is not HttpTrigger || FunctionMethod.OutputOf(declaration.Method) is not { } type || type == typeof(object)) return none;
        var name = HttpOutput.PropertyOf(type)?.Name ?? "$return";
        return none.Add(name, new Binding(BindingDirection.Out, name, HttpOutput.BindingType));
    }

    /// <summary>As the real worker's metadata names them.</summary>
    static string TypeOf(FunctionTrigger trigger) => trigger switch
    {
        HttpTrigger => "httpTrigger",
        TimerTrigger => "timerTrigger",
        OrchestrationTrigger => "orchestrationTrigger",
        _ => "activityTrigger",
    };

    sealed class Binding(BindingDirection direction, string name, string type) : BindingMetadata
    {
        public override BindingDirection Direction => direction;

        public override string Name => name;

        public override string Type => type;
    }
}
