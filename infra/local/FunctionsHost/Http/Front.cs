using FunctionsHost.Durable.Management;
using FunctionsHost.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FunctionsHost.Http;

/// <summary>Where the world calls: the app's HTTP functions and the management API of its orchestrations.</summary>
sealed class Front : IAsyncDisposable
{
    readonly WebApplication app;
    readonly HostSettings settings;

    Front(WebApplication app, HostSettings settings) => (this.app, this.settings) = (app, settings);

    /// <summary>Once started, without a slash at the end.</summary>
    public Uri Address => new(app.Urls.First());

    /// <param name="settings">Where to listen, and limits.</param>
    /// <param name="hostJson">Headers and limits.</param>
    /// <param name="triggers">What is served.</param>
    /// <param name="function">Makes the handler of one.</param>
    /// <param name="management">Services of the management API.</param>
    /// <param name="loggers">The host's.</param>
    /// <param name="errors">Gets what is wrong with the routes.</param>
    public static Front Create(
        HostSettings settings, HostJson hostJson, IReadOnlyList<HttpTrigger> triggers, Func<HttpTrigger, HttpFunction> function,
        Action<IServiceCollection> management, ILoggerFactory loggers, StartErrors errors)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.Services.AddSingleton<IHostLifetime, LifeOfTheHost>();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = settings.LargestBody;
        });
        builder.Services.AddRouting().AddSingleton(loggers).Configure<HostOptions>(host => host.ShutdownTimeout = settings.ShutdownLimit);
        management(builder.Services);
        var app = builder.Build();
        RouteRules.Check(triggers, app.Services.GetRequiredService<ParameterPolicyFactory>(), errors);
        if (!errors.Any) Map(app, settings, hostJson, triggers, function);
        foreach (var url in settings.ListenOn) app.Urls.Add(url);
        return new(app, settings);
    }

    static void Map(
        WebApplication app, HostSettings settings, HostJson hostJson,
        IReadOnlyList<HttpTrigger> triggers, Func<HttpTrigger, HttpFunction> function)
    {
        app.Use(new Reception(settings.ServedHosts, hostJson.CustomHeaders).AnswerAsync);
        app.Use(new RequestLimits(hostJson).AnswerAsync);
        app.UseRouting();
        app.Use(NotFoundForOtherMethodsAsync);
        foreach (var trigger in triggers)
        {
            RequestDelegate answer = function(trigger).AnswerAsync;
            var endpoint = trigger.Methods.Count == 0
                ? app.Map("/" + trigger.Route, answer)
                : app.MapMethods("/" + trigger.Route, trigger.Methods, answer);
            endpoint.WithMetadata(new Served());
        }

        ManagementApi.Map(app);
    }

    /// <summary>The real host knows no 405: another method, HEAD included, is an unknown address.</summary>
    static Task NotFoundForOtherMethodsAsync(HttpContext http, RequestDelegate next)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<Served>() is not null) return next(http);
        http.SetEndpoint(null);
        return Reception.SayAsync(http, StatusCodes.Status404NotFound, $"Nothing answers {http.Request.Method} at this address.");
    }

    /// <exception cref="FunctionsHostStartException">An address is taken.</exception>
    public async Task StartAsync(CancellationToken cancellation)
    {
        try
        {
            await app.StartAsync(cancellation);
        }
        catch (IOException e) when (e.InnerException is AddressInUseException)
        {
            throw new FunctionsHostStartException(
                $"The address {string.Join(", ", settings.ListenOn)} is in use: stop the program that has it, or choose another with "
                    + $"{HostSettings.Urls}=http://localhost:7072.", e);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
