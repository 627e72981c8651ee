using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace EmbeddedFunctions.Hosting;

/// <summary>Puts the host together around an app's parts.</summary>
static class EmbeddedHostBuilder
{
    public static WebApplicationBuilder Create(string[] args, Assembly caller)
    {
        var web = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { Args = args, ApplicationName = caller.GetName().Name });
        web.Services.TryAddSingleton(TimeProvider.System);
        return web;
    }

    public static IHost Build(WebApplicationBuilder web, AppParts parts) => web.Build();
}
