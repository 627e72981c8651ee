using System.Net;
using FunctionsHost.Durable.Hub;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FunctionsHost.Worker;

/// <summary>The gRPC server on a free loopback port, for the worker's stream and for its durable clients.</summary>
sealed class WorkerServer : IAsyncDisposable
{
    readonly WebApplication app;

    WorkerServer(WebApplication app) => this.app = app;

    /// <summary>Such as <c>http://127.0.0.1:40001</c>.</summary>
    public Uri Address => new(app.Urls.First());

    /// <param name="worker">Null where no functions are served, only the hub.</param>
    public static async Task<WorkerServer> StartAsync(
        ExpectedWorker? worker, TaskHubService hub, ILoggerFactory loggers, CancellationToken cancellation)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.Services.AddSingleton<IHostLifetime, LifeOfTheHost>();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2);
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Limits.MinRequestBodyDataRate = null; // a worker with nothing to say says nothing
            kestrel.Limits.MinResponseDataRate = null;
        });
        builder.Services.AddRouting();
        builder.Services.AddSingleton(loggers);
        builder.Services.AddGrpc(grpc => grpc.MaxReceiveMessageSize = grpc.MaxSendMessageSize = int.MaxValue);
        builder.Services.AddSingleton(hub);
        if (worker is not null) builder.Services.AddSingleton(worker);
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(5));
        var app = builder.Build();
        app.UseRouting();
        app.MapGrpcService<TaskHubService>();
        if (worker is not null) app.MapGrpcService<FunctionRpcService>();
        await app.StartAsync(cancellation);
        return new(app);
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
