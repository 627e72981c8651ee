using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using EmbeddedFunctions.Hosting.Declarations;
using Microsoft.Azure.Functions.Worker;

namespace EmbeddedFunctions.Hosting.Invocations;

/// <summary>A declaration as middleware sees it.</summary>
sealed class ServedFunctionDefinition(FunctionDeclaration declaration) : FunctionDefinition
{
    public override string EntryPoint { get; } = declaration.Where;

    /// <summary>The same at every start.</summary>
    public override string Id { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(declaration.Name)))[..16];

    public override IImmutableDictionary<string, BindingMetadata> InputBindings { get; } = ImmutableDictionary<string, BindingMetadata>.Empty
        .Add(declaration.Trigger.Parameter.Name!, new Trigger(declaration.Trigger));

    public override string Name => declaration.Name;

    public override IImmutableDictionary<string, BindingMetadata> OutputBindings => ImmutableDictionary<string, BindingMetadata>.Empty;

    public override ImmutableArray<FunctionParameter> Parameters { get; } = declaration.Method.GetParameters()
        .Select(parameter => new FunctionParameter(
            parameter.Name!, parameter.ParameterType, parameter.HasDefaultValue, parameter.HasDefaultValue ? parameter.DefaultValue : null))
        .ToImmutableArray();

    public override string PathToAssembly => declaration.Method.Module.FullyQualifiedName;

    sealed class Trigger(FunctionTrigger trigger) : BindingMetadata
    {
        public override BindingDirection Direction => BindingDirection.In;

        public override string Name => trigger.Parameter.Name!;

        /// <summary>As the real worker's metadata names them.</summary>
        public override string Type => trigger switch
        {
            HttpTrigger => "httpTrigger",
            TimerTrigger => "timerTrigger",
            OrchestrationTrigger => "orchestrationTrigger",
            _ => "activityTrigger",
        };
    }
}
