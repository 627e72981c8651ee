using System.Collections.Immutable;
using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Converters;
using Microsoft.Extensions.DependencyInjection;

namespace EmbeddedFunctions.Hosting.Invocations;

/// <summary>A parameter that names its converter.</summary>
sealed class ConvertedParameter(ParameterInfo parameter, Type converterType)
{
    readonly ObjectFactory create = ActivatorUtilities.CreateFactory(converterType, []);

    public async ValueTask<object?> BindAsync(FunctionContext context)
    {
        var converter = (IInputConverter)create(context.InstanceServices, null);
        var result = await converter.ConvertAsync(new Conversion(context, parameter));
        return result.Status switch
        {
            ConversionStatus.Succeeded => result.Value,
            ConversionStatus.Failed => throw new FunctionInputConverterException(
                $"Parameter {parameter.Name} of {context.FunctionDefinition.Name} could not be filled: {result.Error?.Message}", result.Error),
            _ when parameter.HasDefaultValue || Nullability.AllowsNull(parameter) => ParameterBindings.DefaultOf(parameter),
            _ => throw new FunctionInputConverterException($"Nothing filled parameter {parameter.Name} of {context.FunctionDefinition.Name}."),
        };
    }

    sealed class Conversion(FunctionContext context, ParameterInfo parameter) : ConverterContext
    {
        public override FunctionContext FunctionContext => context;

        public override IReadOnlyDictionary<string, object> Properties => ImmutableDictionary<string, object>.Empty;

        /// <summary>What the trigger brought by the parameter's name, such as a value of the route.</summary>
        public override object? Source => context.BindingContext.BindingData.GetValueOrDefault(parameter.Name!);

        public override Type TargetType => parameter.ParameterType;
    }
}
