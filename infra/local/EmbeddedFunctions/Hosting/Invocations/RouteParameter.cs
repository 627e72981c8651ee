using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Microsoft.Azure.Functions.Worker;

namespace EmbeddedFunctions.Hosting.Invocations;

/// <summary>A parameter with the name of a route value, converted as the real worker converts texts: ids, dates, otherwise by JSON.</summary>
sealed class RouteParameter(ParameterInfo parameter)
{
    readonly Type type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;

    public ValueTask<object?> Bind(FunctionContext context)
    {
        var text = context.BindingContext.BindingData.GetValueOrDefault(parameter.Name!) as string;
        if (text is not null) return new(Convert(text, context));
        if (parameter.HasDefaultValue || Nullability.AllowsNull(parameter)) return new(ParameterBindings.DefaultOf(parameter));
        throw new FunctionInputConverterException(
            $"The route of {context.FunctionDefinition.Name} left out {parameter.Name}: give the parameter a default value or make it nullable.");
    }

    object? Convert(string text, FunctionContext context)
    {
        try
        {
            if (type == typeof(string)) return text;
            if (type == typeof(Guid)) return Guid.Parse(text);
            if (type == typeof(DateTimeOffset)) return DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
            if (type == typeof(DateTime)) return DateTime.Parse(text, CultureInfo.InvariantCulture);
            return JsonSerializer.Deserialize(text, type, JsonSerializerOptions.Web);
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
            throw new FunctionInputConverterException(
                $"{parameter.Name} in the route of {context.FunctionDefinition.Name} is no {type.Name}; a route constraint would answer 404 instead.", e);
        }
    }
}
