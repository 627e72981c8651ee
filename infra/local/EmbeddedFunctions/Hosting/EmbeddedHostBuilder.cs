using System.Reflection;
using EmbeddedFunctions.Hosting.Declarations;
using EmbeddedFunctions.Hosting.Durable;
using EmbeddedFunctions.Hosting.Http;
using EmbeddedFunctions.Hosting.Invocations;
using EmbeddedFunctions.Hosting.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace EmbeddedFunctions.Hosting;

/// <summary>Puts the host together around an app's parts.</summary>
static class EmbeddedHostBuilder
{
    public static WebApplicationBuilder Create(string[] args, Assembly caller)
    {
        var contentRoot = Path.GetDirectoryName(caller.Location) is { Length: > 0 } beside ? beside : AppContext.BaseDirectory;
        var web = WebApplication.CreateEmptyBuilder(new()
        {
            ApplicationName = caller.GetName().Name,
            ContentRootPath = contentRoot,
            EnvironmentName = HostConfiguration.EnvironmentName(),
        });
        HostConfiguration.AddSources(web.Configuration, contentRoot, args);
        web.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = EmbeddedHostSettings.ReadLargestBody(web.Configuration);
        });
        HostLogging.Add(web.Logging);
        web.Services.AddRouting();
        web.Services.AddMvcCore();
        WorkerJson.Add(web.Services);
        web.Services.TryAddSingleton(TimeProvider.System);
        // A registration that cannot work shows at start, not at the first request of the night.
        ((IHostApplicationBuilder)web).ConfigureContainer(new DefaultServiceProviderFactory(new() { ValidateOnBuild = true, ValidateScopes = true }));
        return web;
    }

    public static IHost Build(WebApplicationBuilder web, AppParts parts)
    {
        var errors = new StartErrors();
        var settings = EmbeddedHostSettings.Read(web.Configuration, errors);
        var hostJson = HostJsonFile.Read(settings.HostJsonPath, web.Environment.ContentRootPath, web.Configuration, errors);
        var selection = FunctionSelection.Of(FunctionDiscovery.Find(parts, errors), hostJson, web.Configuration, errors);
        DeclarationRules.Check(selection.Served, parts.ServesHttp, errors);
        var served = selection.Served.Select(function => new ServedFunction(function, ParameterBindings.Of(function, hostJson.HubName, errors))).ToList();
        HostServices.Add(web, settings, hostJson, served, new FunctionPipeline(parts.Middleware), errors);
        web.Services.AddSingleton(selection);
        if (errors.Any) ThrowWithTheRest(web, selection.Served, hostJson, errors);

        var app = web.Build();
        CheckByServices(app.Services, selection.Served, hostJson, errors);
        errors.ThrowIfAny();

        app.Services.GetRequiredService<ManagementLinks>().Attach(app.Services.GetRequiredService<DurableTaskClient>());
        HttpServing.Map(app, served, hostJson);
        foreach (var url in settings.ListenOn) app.Urls.Add(url);
        return new EmbeddedHost(app, settings);
    }

    /// <summary>So that one start tells everything, also what only the services know, which cannot be built as they are to be.</summary>
    static void ThrowWithTheRest(WebApplicationBuilder web, IReadOnlyList<FunctionDeclaration> functions, HostJson hostJson, StartErrors errors)
    {
        using var provisional = web.Services.BuildServiceProvider();
        CheckByServices(provisional, functions, hostJson, errors);
        errors.ThrowIfAny();
    }

    static void CheckByServices(IServiceProvider services, IReadOnlyList<FunctionDeclaration> functions, HostJson hostJson, StartErrors errors)
    {
        RouteRules.Check(functions, hostJson.RoutePrefix, services.GetRequiredService<ParameterPolicyFactory>(), errors);
        ConstructorRules.Check(functions, services.GetRequiredService<IServiceProviderIsService>(), errors);
    }
}
