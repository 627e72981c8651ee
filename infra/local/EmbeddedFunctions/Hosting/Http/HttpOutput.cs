using System.Reflection;
using EmbeddedFunctions.Hosting.Invocations;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Http;

namespace EmbeddedFunctions.Hosting.Http;

/// <summary>The HTTP response among the properties of a function's result.</summary>
sealed class HttpOutput(object result, string name, object? value)
{
    /// <summary>Name of the output's type in the functions' metadata.</summary>
    public const string BindingType = "http";

    public string Name => name;

    public object? Value { get; set; } = value;

    /// <summary>Null when the result has no such property, or there is no result.</summary>
    public static HttpOutput? Of(FunctionContext context)
    {
        if (context.Features.Get<InvocationValue>()?.Value is not { } result) return null;
        if (context.Features.Get<HttpOutput>() is { } known && known.Belongs(result)) return known;
        if (PropertyOf(result.GetType()) is not { } property) return null;
        var output = new HttpOutput(result, property.Name, property.GetValue(result));
        context.Features.Set(output);
        return output;
    }

    /// <summary>The property marked by <see cref="HttpResultAttribute"/>, otherwise the one that is an <see cref="HttpResponseData"/>.</summary>
    public static PropertyInfo? PropertyOf(Type type)
    {
        var properties = type.GetProperties();
        return Array.Find(properties, property => property.IsDefined(typeof(HttpResultAttribute)))
            ?? Array.Find(properties, property => typeof(HttpResponseData).IsAssignableFrom(property.PropertyType));
    }

    bool Belongs(object other) => ReferenceEquals(result, other);
}

/// <summary>The output as middleware sees it.</summary>
sealed class TypedOutput<T>(HttpOutput output) : OutputBindingData<T>
{
    public override string BindingType => HttpOutput.BindingType;

    public override string Name => output.Name;

    public override T? Value
    {
        get => (T?)output.Value;
        set => output.Value = value;
    }
}
