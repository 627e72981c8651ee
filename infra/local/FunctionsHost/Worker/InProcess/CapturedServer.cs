using FunctionsHost.Http;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace FunctionsHost.Worker.InProcess;

/// <summary>
/// Stands in for the web server of a worker in this process: takes the worker's HTTP pipeline when it starts, and lets
/// requests in that the host's own server received. So there is no second socket and no forwarding.
/// </summary>
sealed class CapturedServer : IServer, IHttpDoor
{
    Func<IFeatureCollection, Task>? pipeline;

    public IFeatureCollection Features { get; } = new FeatureCollection();

    public CapturedServer() => Features.Set<IServerAddressesFeature>(new Nowhere());

    public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken) where TContext : notnull
    {
        pipeline = features => RunAsync(application, features);
        return Task.CompletedTask;
    }

    public Task EnterAsync(HttpContext request) =>
        (pipeline
            ?? throw new InvalidOperationException("The app does not serve HTTP: its Program lacks ConfigureFunctionsWebApplication()."))
            (new FeatureCollection(request.Features)); // in one of its own, or it would take, and end, the host's context of the request

    static async Task RunAsync<TContext>(IHttpApplication<TContext> application, IFeatureCollection features) where TContext : notnull
    {
        var context = application.CreateContext(features);
        try
        {
            await application.ProcessRequestAsync(context);
            application.DisposeContext(context, null);
        }
        catch (Exception e)
        {
            application.DisposeContext(context, e);
            throw;
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
    }

    sealed class Nowhere : IServerAddressesFeature
    {
        public ICollection<string> Addresses { get; } = [];

        public bool PreferHostingUrls { get; set; }
    }
}
