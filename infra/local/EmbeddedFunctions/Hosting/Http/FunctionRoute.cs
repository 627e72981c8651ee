using EmbeddedFunctions.Hosting.Declarations;

namespace EmbeddedFunctions.Hosting.Http;

/// <summary>A function's route as it is served.</summary>
static class FunctionRoute
{
    public static string Of(HttpTrigger trigger, string prefix) => prefix.Length == 0 ? trigger.Route : $"{prefix}/{trigger.Route}";
}
