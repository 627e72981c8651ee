using Azure.Core.Serialization;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace EmbeddedFunctions.Hosting.Http;

/// <summary>The serializer of <see cref="WorkerOptions"/>.</summary>
static class WorkerSerializer
{
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public static ObjectSerializer Of(FunctionContext context) => Of(context.InstanceServices);

    /// <inheritdoc cref="Of(FunctionContext)"/>
    public static ObjectSerializer Of(IServiceProvider services) =>
        services.GetService<IOptions<WorkerOptions>>()?.Value.Serializer
        ?? throw new InvalidOperationException("A serializer is not configured for the worker.");
}
