using System.Net.Sockets;
using FunctionsHost.Functions;
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

    /// <summary>A function may take as long as in this process; the caller's end of the connection ends it.</summary>
    static readonly ForwarderRequestConfig NoLimit = new() { ActivityTimeout = Timeout.InfiniteTimeSpan };

    readonly HttpMessageInvoker client = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, UseCookies = false });
    readonly ServiceProvider services = new ServiceCollection().AddLogging().AddHttpForwarder().BuildServiceProvider();

    /// <summary>Completes when the worker's web server takes requests, which is a moment after the worker has called the host.</summary>
    /// <exception cref="WorkerLostException">The worker ended meanwhile.</exception>
    public async Task OpenAsync(CancellationToken cancellation)
    {
        if (!channel.Capabilities.TryGetValue(Address, out var address)) return;
        while (!await TakesConnectionsAsync(new(address), cancellation))
        {
            if (channel.Lost.IsCompleted) throw new WorkerLostException(await channel.Lost);
            await Task.Delay(20, cancellation); // real time: another process is coming up
        }
    }

    static async Task<bool> TakesConnectionsAsync(Uri address, CancellationToken cancellation)
    {
        using var connection = new TcpClient();
        try
        {
            await connection.ConnectAsync(address.Host, address.Port, cancellation);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    public async Task EnterAsync(HttpContext request)
    {
        if (!channel.Capabilities.TryGetValue(Address, out var address))
            throw new InvalidOperationException("The app does not serve HTTP: its Program lacks ConfigureFunctionsWebApplication().");
        var error = await services.GetRequiredService<IHttpForwarder>().SendAsync(request, address, client, NoLimit);
        if (error != ForwarderError.None && request.Features.Get<IForwarderErrorFeature>()?.Exception is { } reason) throw reason;
    }

    public void Dispose()
    {
        services.Dispose();
        client.Dispose();
    }
}
