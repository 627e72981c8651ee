using Microsoft.Azure.Functions.Worker;

namespace Ilnp.Orchestration;

/// <summary>What makes a function run.</summary>
static class Triggers
{
    public const string Orchestration = "orchestrationTrigger";
    public const string Activity = "activityTrigger";
    public const string Timer = "timerTrigger";

    /// <summary>Null for a function without one.</summary>
    public static string? Of(FunctionDefinition function) =>
        function.InputBindings.Values.FirstOrDefault(binding => binding.Type.EndsWith("Trigger", StringComparison.Ordinal))?.Type;
}
