using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Context.Features;

namespace EmbeddedFunctions.Hosting.Invocations;

/// <summary>One invocation of a served function.</summary>
sealed class InvocationContext : FunctionContext
{
    IDictionary<object, object>? items;
    BindingContext? bindings;

    public InvocationContext(ServedFunction function, IServiceProvider services, CancellationToken cancellation = default)
    {
        (Function, InstanceServices, CancellationToken) = (function, services, cancellation);
        Features.Set(Result);
        Features.Set<IFunctionInputBindingFeature>(new BoundInputs(function));
    }

    public ServedFunction Function { get; }

    public InvocationValue Result { get; } = new();

    /// <summary>Tells what the trigger brought by name, when somebody asks.</summary>
    public Func<IReadOnlyDictionary<string, object?>> Trigger { get; init; } = static () => ImmutableDictionary<string, object?>.Empty;

    public override BindingContext BindingContext => bindings ??= new Bindings(Trigger());

    public override CancellationToken CancellationToken { get; }

    public override IInvocationFeatures Features { get; } = new InvocationFeatures();

    public override FunctionDefinition FunctionDefinition => Function.Definition;

    public override string FunctionId => Function.Definition.Id;

    public override IServiceProvider InstanceServices { get; set; }

    public override string InvocationId { get; } = Guid.NewGuid().ToString();

    public override IDictionary<object, object> Items
    {
        get => items ??= new Dictionary<object, object>();
        set => items = value;
    }

    public override RetryContext RetryContext => Attempt;

    public Attempt Attempt { get; init; } = Attempt.Only;

    public override TraceContext TraceContext { get; } = new CurrentTrace(Activity.Current);

    sealed class Bindings(IReadOnlyDictionary<string, object?> data) : BindingContext
    {
        public override IReadOnlyDictionary<string, object?> BindingData => data;
    }

    sealed class CurrentTrace(Activity? activity) : TraceContext
    {
        public override string TraceParent => activity?.Id ?? "";

        public override string TraceState => activity?.TraceStateString ?? "";
    }
}
