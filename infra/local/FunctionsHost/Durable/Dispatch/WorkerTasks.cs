using FunctionsHost.Functions;
using FunctionsHost.Protocol;
using Google.Protobuf;
using P = Microsoft.DurableTask.Protobuf;

namespace FunctionsHost.Durable.Dispatch;

/// <summary>Orchestrators and activities that are functions of the worker.</summary>
sealed class WorkerTasks(IFunctionInvoker worker, IInputBindings inputs) : ITaskRunner
{
    readonly Dictionary<string, FunctionDescription> orchestrators = Named(worker, "orchestrationTrigger", "orchestration");
    readonly Dictionary<string, FunctionDescription> activities = Named(worker, "activityTrigger", "activity");

    public bool HasOrchestrator(string name) => orchestrators.ContainsKey(name);

    public bool HasActivity(string name) => activities.ContainsKey(name);

    public async Task<P.OrchestratorResponse> DecideAsync(string name, P.OrchestratorRequest request)
    {
        var function = orchestrators[name];
        var invocation = Invocation(function, new() { String = Convert.ToBase64String(request.ToByteArray()) }, request.InstanceId);
        var response = await worker.InvokeAsync(function, invocation, CancellationToken.None);
        return P.OrchestratorResponse.Parser.ParseFrom(Convert.FromBase64String(response.ReturnValue.String));
    }

    public async Task<P.ActivityResponse> RunAsync(string name, string instanceId, string? input)
    {
        var function = activities[name];
        try
        {
            var invocation = Invocation(function, input is null ? new() : new() { Json = input }, instanceId);
            var response = await worker.InvokeAsync(function, invocation, CancellationToken.None);
            return new() { Result = Json(response.ReturnValue) };
        }
        catch (FunctionFailedException e)
        {
            return new() { FailureDetails = Failure(e.Failure) };
        }
    }

    InvocationRequest Invocation(FunctionDescription function, TypedData trigger, string instanceId)
    {
        var invocation = new InvocationRequest { InputData = { new ParameterBinding { Name = function.Trigger!.Name, Data = trigger } } };
        invocation.InputData.Add(inputs.For(function));
        invocation.TriggerMetadata["instanceId"] = new() { String = instanceId };
        return invocation;
    }

    static string? Json(TypedData? value) => value?.DataCase switch
    {
        null or TypedData.DataOneofCase.None => null,
        TypedData.DataOneofCase.Json => value.Json,
        TypedData.DataOneofCase.String => System.Text.Json.JsonSerializer.Serialize(value.String),
        TypedData.DataOneofCase.Int => System.Text.Json.JsonSerializer.Serialize(value.Int),
        TypedData.DataOneofCase.Double => System.Text.Json.JsonSerializer.Serialize(value.Double),
        TypedData.DataOneofCase.Bytes => System.Text.Json.JsonSerializer.Serialize(value.Bytes.ToByteArray()),
        _ => throw new NotSupportedException($"An activity returned a value of the kind {value.DataCase}."),
    };

    /// <summary>The worker writes an activity's exception as JSON; what failed before the activity ran has no such form.</summary>
    static P.TaskFailureDetails Failure(RpcException failure) => failure.Message.StartsWith('{') && Parsed(failure.Message) is { } details
        ? details
        : new()
        {
            ErrorType = failure.Type is { Length: > 0 } type ? type : "(unknown)",
            ErrorMessage = failure.Message,
            StackTrace = failure.StackTrace,
        };

    static P.TaskFailureDetails? Parsed(string text)
    {
        try
        {
            return JsonParser.Default.Parse<P.TaskFailureDetails>(text.Split('\n')[0]);
        }
        catch (InvalidProtocolBufferException)
        {
            return null; // a message of the app's own that begins like it
        }
    }

    /// <summary>By the name that the trigger gives, which is the function's own unless it says another; case does not count.</summary>
    static Dictionary<string, FunctionDescription> Named(IFunctionInvoker worker, string trigger, string property)
    {
        return worker.Functions
            .Where(function => function.IsTriggeredBy(trigger))
            .DistinctBy(NameOf, StringComparer.OrdinalIgnoreCase) // two of one name are told as an error of the start
            .ToDictionary(NameOf, StringComparer.OrdinalIgnoreCase);

        string NameOf(FunctionDescription function) => function.Trigger!.Text(property) is { Length: > 0 } name ? name : function.Name;
    }
}
