using System.Diagnostics.CodeAnalysis;
using DurableTask.Core;
using Google.Protobuf.WellKnownTypes;
using P = Microsoft.DurableTask.Protobuf;

namespace FunctionsHost.Durable.Messages;

/// <summary>Failures, between the worker's form and the engine's.</summary>
static class FailureMessages
{
    [return: NotNullIfNotNull(nameof(failure))]
    public static P.TaskFailureDetails? ToMessage(this FailureDetails? failure)
    {
        if (failure is null) return null;
        var message = new P.TaskFailureDetails
        {
            ErrorType = failure.ErrorType,
            ErrorMessage = failure.ErrorMessage,
            StackTrace = failure.StackTrace,
            InnerFailure = failure.InnerFailure.ToMessage(),
            IsNonRetriable = failure.IsNonRetriable,
        };
        foreach (var (name, value) in failure.Properties ?? new Dictionary<string, object?>()) message.Properties[name] = ToValue(value);
        return message;
    }

    [return: NotNullIfNotNull(nameof(message))]
    public static FailureDetails? ToDetails(this P.TaskFailureDetails? message) => message is null ? null : new(
        message.ErrorType, message.ErrorMessage, message.StackTrace, message.InnerFailure.ToDetails(), message.IsNonRetriable,
        message.Properties.Count == 0
            ? null
            : message.Properties.ToDictionary(property => property.Key, property => ToObject(property.Value)));

    static Value ToValue(object? value) => value switch
    {
        null => Value.ForNull(),
        bool flag => Value.ForBool(flag),
        string text => Value.ForString(text),
        IConvertible and (sbyte or byte or short or ushort or int or uint or long or ulong or float or double or decimal) =>
            Value.ForNumber(Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture)),
        IDictionary<string, object> members =>
            Value.ForStruct(new Struct { Fields = { members.ToDictionary(member => member.Key, member => ToValue(member.Value)) } }),
        System.Collections.IEnumerable items => Value.ForList([.. items.Cast<object?>().Select(ToValue)]),
        _ => Value.ForString(value.ToString()),
    };

    static object? ToObject(Value value) => value.KindCase switch
    {
        Value.KindOneofCase.BoolValue => value.BoolValue,
        Value.KindOneofCase.NumberValue => value.NumberValue,
        Value.KindOneofCase.StringValue => value.StringValue,
        Value.KindOneofCase.StructValue => value.StructValue.Fields.ToDictionary(field => field.Key, field => ToObject(field.Value)),
        Value.KindOneofCase.ListValue => value.ListValue.Values.Select(ToObject).ToList(),
        _ => null,
    };
}
