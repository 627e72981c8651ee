using System.Globalization;
using System.Reflection;
using EmbeddedFunctions.Hosting.Http;
using Microsoft.Azure.Functions.Worker;

namespace EmbeddedFunctions.Hosting.Invocations;

/// <summary>
/// A parameter with the name of a value in the route or the query, converted as the real worker converts texts: ids, dates,
/// otherwise by its JSON serializer.
/// </summary>
sealed class NamedValue(ParameterInfo parameter)
{
    readonly Type type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;

    /// <summary>Whether a text in an address can be one.</summary>
    public static bool IsOfText(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type.IsPrimitive || type.IsEnum || type == typeof(string) || type == typeof(decimal) || type == typeof(Guid)
            || type == typeof(DateTime) || type == typeof(DateTimeOffset);
    }

    public ValueTask<object?> Bind(FunctionContext context)
    {
        if (context.BindingContext.BindingData.GetValueOrDefault(parameter.Name!) is string text) return new(Convert(text, context));
        if (parameter.HasDefaultValue || !parameter.ParameterType.IsValueType || Nullable.GetUnderlyingType(parameter.ParameterType) is not null)
            return new(ParameterBindings.DefaultOf(parameter));
        throw new FunctionInputConverterException(
            $"The address of {context.FunctionDefinition.Name} left out {parameter.Name}: give the parameter a default value or make it nullable.");
    }

    object? Convert(string text, FunctionContext context)
    {
        try
        {
            if (type == typeof(string)) return text;
            if (type == typeof(Guid)) return Guid.Parse(text);
            if (type == typeof(DateTimeOffset)) return DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
            if (type == typeof(DateTime)) return DateTime.Parse(text, CultureInfo.InvariantCulture);
            return WorkerSerializer.Of(context).Deserialize(BinaryData.FromString(text).ToStream(), type, context.CancellationToken);
        }
        catch (Exception e) when (e is FormatException or System.Text.Json.JsonException)
        {
            throw new FunctionInputConverterException(
                $"{parameter.Name} in the address of {context.FunctionDefinition.Name} is no {type.Name}; a route constraint would answer 404 instead.", e);
        }
    }
}
