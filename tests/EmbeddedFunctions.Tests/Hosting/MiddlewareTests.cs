using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace EmbeddedFunctions.Tests.Hosting;

[Collection("host")]
public sealed class MiddlewareTests(StorageFixture storage)
{
    [Fact]
    public async Task GivenMiddleware_WhenAFunctionRuns_ThenItWrapsItInOrderAndMayReplaceTheResult()
    {
        var builder = HostUnderTest.Builder(storage);
        builder.Services.AddSingleton<ConcurrentQueue<string>>();
        builder.UseMiddleware<Outer>();
        builder.UseWhen(context => context.FunctionDefinition.Name == "Other", (_, _) => throw new InvalidOperationException("not for this function"));
        builder.UseMiddleware(async (context, next) =>
        {
            await next();
            context.GetInvocationResult().Value = new ContentResult { Content = $"replaced {context.GetHttpContext()!.Request.Method}" };
        });
        await using var host = await HostUnderTest.StartAsync(builder, typeof(Functions));

        Assert.Equal("replaced GET", await host.Client.GetStringAsync("/wrapped"));
        Assert.Equal(["before Wrapped", "function", "after Wrapped"], host.Host.Services.GetRequiredService<ConcurrentQueue<string>>());
    }

    [Fact]
    public async Task GivenMiddlewareThatAnswersItself_WhenItDoesNotCallOn_ThenTheFunctionDoesNotRun()
    {
        var builder = HostUnderTest.Builder(storage);
        builder.Services.AddSingleton<ConcurrentQueue<string>>();
        builder.UseMiddleware((context, _) =>
        {
            context.GetHttpContext()!.Response.StatusCode = 403;
            return Task.CompletedTask;
        });
        await using var host = await HostUnderTest.StartAsync(builder, typeof(Functions));

        Assert.Equal(403, (int)(await host.Client.GetAsync("/wrapped")).StatusCode);
        Assert.Empty(host.Host.Services.GetRequiredService<ConcurrentQueue<string>>());
    }

    public sealed class Outer(ConcurrentQueue<string> seen) : IFunctionsWorkerMiddleware
    {
        public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
        {
            seen.Enqueue($"before {context.FunctionDefinition.Name}");
            await next(context);
            seen.Enqueue($"after {context.FunctionDefinition.Name}");
        }
    }

    public sealed class Functions(ConcurrentQueue<string> seen)
    {
        [Function("Wrapped")]
        public IActionResult Wrapped([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "wrapped")] HttpRequest request)
        {
            seen.Enqueue("function");
            return new OkResult();
        }
    }
}
