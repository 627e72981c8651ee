using FunctionsHost.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Yarp.ReverseProxy.Forwarder;

namespace FunctionsHost.Worker.Published;

/// <summary>Forwards requests to the web server of a worker in another process.</summary>
sealed class ForwardingDoor(WorkerChannel channel) : IHttpDoor, IDisposable
{
    /// <summary>The worker tells its address by a capability of this name.</summary>
    const string Address = "HttpUri";

    readonly HttpMessageInvoker client = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, UseCookies = false });
    readonly ServiceProvider services = new ServiceCollection().AddLogging().AddHttpForwarder().BuildServiceProvider();

    public async Task EnterAsync(HttpContext request)
    {
        if (!channel.Capabilities.TryGetValue(Address, out var address))
            throw new InvalidOperationException("The app does not serve HTTP: its Program lacks ConfigureFunctionsWebApplication().");
        var error = await services.GetRequiredService<IHttpForwarder>().SendAsync(request, address, client);
        if (error != ForwarderError.None && request.Features.Get<IForwarderErrorFeature>()?.Exception is { } reason) throw reason;
    }

    public void Dispose()
    {
        services.Dispose();
        client.Dispose();
    }
}
