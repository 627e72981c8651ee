using EmbeddedFunctions.Hosting.Keys;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace EmbeddedFunctions.Hosting;

/// <summary>
/// For programs that run an app inside themselves (the command line, tests): take the builder from the app's own
/// <c>Program.CreateBuilder(args)</c>, set what is to be different, build, start, and read the address.
/// </summary>
public static class EmbeddingExtensions
{
    /// <summary>All time of the app and of its host comes from this clock.</summary>
    public static FunctionsApplicationBuilder UseClock(this FunctionsApplicationBuilder builder, TimeProvider clock)
    {
        builder.Services.Replace(ServiceDescriptor.Singleton(clock));
        return builder;
    }

    /// <summary>Serves the functions of these types only, instead of all those of the calling assembly.</summary>
    public static FunctionsApplicationBuilder ServeOnly(this FunctionsApplicationBuilder builder, params Type[] types)
    {
        builder.Parts.Types = types;
        return builder;
    }

    /// <summary>Where the started host listens, without a slash at the end.</summary>
    public static Uri Address(this IHost host) => new(host.Services.GetRequiredService<BoundAddresses>().First);

    /// <summary>The keys of the started host.</summary>
    public static FunctionKeys Keys(this IHost host) => host.Services.GetRequiredService<KeyRing>().Keys;

    /// <summary>The client that <c>[DurableClient]</c> parameters get.</summary>
    public static DurableTaskClient DurableClient(this IHost host) => host.Services.GetRequiredService<DurableTaskClient>();
}
