using FunctionsHost.Tests.Http;
using FunctionsHost.Worker;
using FunctionsHost.Worker.InProcess;
using FunctionsHost.Worker.Published;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.Core.FunctionMetadata;
using Microsoft.Azure.Functions.Worker.Extensions.DurableTask;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

namespace FunctionsHost.Tests.Published;

/// <summary>What this assembly does as a process of its own: it is the app whose worker a host starts, or such a host itself.</summary>
static class OwnProcess
{
    /// <summary>An environment variable: the app never calls the host, and does nothing for ever.</summary>
    public const string Idle = "IDLE_APP";

    /// <summary>An argument, before an app's folder: be a host that starts it, says its process's number, and is then killed.</summary>
    public const string HostOf = "--host-of";

    public static bool IsMeant(string[] args) => args.Contains(HostOf) || args.Contains("--functions-uri");

    public static async Task RunAsync(string[] args)
    {
        if (args is [HostOf, var folder]) Start(folder);
        if (args is [HostOf, ..] || Environment.GetEnvironmentVariable(Idle) is not null) await Task.Delay(Timeout.Infinite);

        var builder = FunctionsApplication.CreateBuilder(args);
        builder.ConfigureFunctionsWebApplication();
        new DurableTaskExtensionStartup().Configure(builder);
        var functions = new FunctionsOfTypes(
            [typeof(PublishedFunctions), typeof(KeyTests.Functions), typeof(BrokenAnswerTests.Functions), typeof(ServingTests.Functions)]);
        builder.Services.Replace(ServiceDescriptor.Singleton<IFunctionMetadataProvider>(functions));
        await builder.Build().RunAsync();
    }

    static void Start(string folder)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new(Idle, "1")]).Build();
        var worker = PublishedWorker.Start(
            new(folder), settings, new("http://127.0.0.1:1"), "id", NewChannel(), TimeSpan.Zero, NullLogger.Instance);
        Console.WriteLine(worker.ProcessId);
    }

    public static WorkerChannel NewChannel() => new(new(NullLoggerFactory.Instance), NullLogger.Instance);
}
