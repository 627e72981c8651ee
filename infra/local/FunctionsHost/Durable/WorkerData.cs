using Azure.Core.Serialization;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Converters;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FunctionsHost.Durable;

/// <summary>In Functions the worker's serializer writes the data of orchestrations; the host's client does as that does.</summary>
sealed class WorkerData(ObjectSerializer serializer) : DataConverter
{
    /// <param name="services">The app's; null for an app in another process, whose serializer is taken for the default one.</param>
    public static DataConverter Of(IServiceProvider? services) =>
        services?.GetService<IOptions<WorkerOptions>>()?.Value.Serializer is { } serializer
            ? new WorkerData(serializer)
            : JsonDataConverter.Default;

    public override string? Serialize(object? value) => value is null ? null : serializer.Serialize(value, value.GetType()).ToString();

    public override object? Deserialize(string? data, Type targetType) =>
        data is null ? null : serializer.Deserialize(BinaryData.FromString(data).ToStream(), targetType, CancellationToken.None);
}
