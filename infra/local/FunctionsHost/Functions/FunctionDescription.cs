using System.Text.Json.Nodes;
using FunctionsHost.Protocol;

namespace FunctionsHost.Functions;

/// <summary>A function as the worker describes it.</summary>
sealed class FunctionDescription(RpcFunctionMetadata metadata)
{
    /// <summary>As received; the worker gets it back when the function is loaded.</summary>
    public RpcFunctionMetadata Metadata { get; } = metadata;

    public string Id => Metadata.FunctionId;

    public string Name => Metadata.Name;

    public IReadOnlyList<FunctionBinding> Bindings { get; } = [.. metadata.RawBindings.Select(Binding)];

    /// <summary>What starts it; null for a function without a trigger, which cannot be served.</summary>
    public FunctionBinding? Trigger => Bindings.FirstOrDefault(binding => binding.IsTrigger);

    /// <summary>The tries of a timer function; null when it is tried once.</summary>
    public FunctionRetry? Retry => FunctionRetry.Of(Metadata.RetryOptions);

    public bool IsTriggeredBy(string type) => Trigger?.Is(type) == true;

    static FunctionBinding Binding(string raw)
    {
        var json = (JsonObject)JsonNode.Parse(raw)!;
        var binding = new FunctionBinding("", "", json);
        return binding with { Name = binding.Text("name") ?? "", Type = binding.Text("type") ?? "" };
    }
}
