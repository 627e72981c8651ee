using System.Diagnostics.Metrics;
using FunctionsHost.Functions;

namespace FunctionsHost;

/// <summary>What the host counts, for whoever listens: Azure bills each of these.</summary>
static class HostMeter
{
    public const string Name = "FunctionsHost";
    public const string Invocations = "functionshost.invocations";

    /// <summary>Tag: the type of the trigger, as <c>activityTrigger</c>.</summary>
    public const string Trigger = "trigger";

    static readonly Meter Meter = new(Name);
    static readonly Counter<long> Counted = Meter.CreateCounter<long>(
        Invocations, "{invocation}", "Functions that the worker was asked to run once; of an orchestrator, each of its turns.");

    internal static void Invoked(FunctionDescription function) =>
        Counted.Add(1, new KeyValuePair<string, object?>(Trigger, function.Trigger?.Type));
}
