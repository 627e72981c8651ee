using System.Reflection;
using EmbeddedFunctions.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>Configuration, services and middleware of an app, before it is built.</summary>
public class FunctionsApplicationBuilder : IFunctionsWorkerApplicationBuilder, IHostApplicationBuilder
{
    readonly WebApplicationBuilder web;

    internal FunctionsApplicationBuilder(string[] args, Assembly caller)
    {
        web = EmbeddedHostBuilder.Create(args, caller);
        Parts = new AppParts(caller);
    }

    public ConfigurationManager Configuration => web.Configuration;

    IConfigurationManager IHostApplicationBuilder.Configuration => web.Configuration;

    public IHostEnvironment Environment => web.Environment;

    public ILoggingBuilder Logging => web.Logging;

    public IMetricsBuilder Metrics => web.Metrics;

    public IDictionary<object, object> Properties => ((IHostApplicationBuilder)web).Properties;

    public IServiceCollection Services => web.Services;

    /// <summary>Functions and middleware gathered so far.</summary>
    internal AppParts Parts { get; }

    /// <summary>Finds the functions, checks them and all settings of the host.</summary>
    /// <exception cref="FunctionsHostStartException">Something is wrong with them; the message lists all of it.</exception>
    public IHost Build() => EmbeddedHostBuilder.Build(web, Parts);

    public void ConfigureContainer<TContainerBuilder>(
        IServiceProviderFactory<TContainerBuilder> factory, Action<TContainerBuilder>? configure = null)
        where TContainerBuilder : notnull => ((IHostApplicationBuilder)web).ConfigureContainer(factory, configure);

    public IFunctionsWorkerApplicationBuilder Use(Func<FunctionExecutionDelegate, FunctionExecutionDelegate> middleware)
    {
        Parts.Middleware.Add(middleware);
        return this;
    }
}
