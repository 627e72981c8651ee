using Azure.Core.Serialization;
using EmbeddedFunctions.Hosting.Http;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Converters;

namespace EmbeddedFunctions.Hosting.Durable;

/// <summary>In Functions the worker's serializer writes the data of orchestrations.</summary>
sealed class WorkerDataConverter(ObjectSerializer serializer) : DataConverter
{
    public static DataConverter Of(IServiceProvider services) => WorkerSerializer.Of(services) switch
    {
        WorkerJson json => new JsonDataConverter(json.Options),
        var own => new WorkerDataConverter(own),
    };

    public override string? Serialize(object? value) => value is null ? null : serializer.Serialize(value, value.GetType()).ToString();

    public override object? Deserialize(string? data, Type targetType) =>
        data is null ? null : serializer.Deserialize(BinaryData.FromString(data).ToStream(), targetType, CancellationToken.None);
}
