using EmbeddedFunctions.Hosting.Declarations;
using EmbeddedFunctions.Hosting.Invocations;
using Microsoft.DurableTask;
using Microsoft.Extensions.DependencyInjection;

namespace EmbeddedFunctions.Hosting.Durable;

/// <summary>Hands the app's orchestrators and activities to the engine.</summary>
static class DurableFunctions
{
    public static DurableTaskRegistry Register(IEnumerable<ServedFunction> functions, FunctionPipeline pipeline, IServiceScopeFactory scopes)
    {
        var registry = new DurableTaskRegistry();
        foreach (var function in functions)
        {
            if (function.Declaration.Trigger is OrchestrationTrigger orchestration)
                registry.AddOrchestrator(orchestration.TaskName, new FunctionOrchestrator(function, pipeline, scopes));
            if (function.Declaration.Trigger is ActivityTrigger activity)
                registry.AddActivity(activity.TaskName, new FunctionActivity(function, pipeline, scopes));
        }

        return registry;
    }
}
