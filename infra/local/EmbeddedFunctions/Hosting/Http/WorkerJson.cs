using System.Text.Json;
using Azure.Core.Serialization;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace EmbeddedFunctions.Hosting.Http;

/// <summary>The worker's serializer unless the app gives another one: System.Text.Json by the app's <see cref="JsonSerializerOptions"/>.</summary>
sealed class WorkerJson(JsonSerializerOptions options) : JsonObjectSerializer(options)
{
    public JsonSerializerOptions Options { get; } = options;

    /// <summary>Names are read without regard to case, as in the real worker; fields (so tuples) are left out.</summary>
    public static void Add(IServiceCollection services)
    {
        services.Configure<JsonSerializerOptions>(json => json.PropertyNameCaseInsensitive = true);
        services.AddOptions<WorkerOptions>().PostConfigure<IOptions<JsonSerializerOptions>>(
            (worker, json) => worker.Serializer ??= new WorkerJson(json.Value));
    }
}
