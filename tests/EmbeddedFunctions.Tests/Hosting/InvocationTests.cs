using System.Collections.Concurrent;
using System.Text.Json;
using EmbeddedFunctions.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.Context.Features;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace EmbeddedFunctions.Tests.Hosting;

/// <summary>What middleware sees of an invocation, and what it may change.</summary>
[Collection("host")]
public sealed class InvocationTests(StorageFixture storage)
{
    readonly ConcurrentQueue<string> seen = [];

    [Fact]
    public async Task GivenAContext_WhenMiddlewareLooksAtIt_ThenItTellsAllOfTheInvocation()
    {
        await using var host = await StartAsync(builder => builder.UseMiddleware(async (context, next) =>
        {
            var definition = context.FunctionDefinition;
            seen.Enqueue(string.Join(", ", definition.InputBindings.Values.Select(binding => $"{binding.Name} {binding.Type} {binding.Direction}").Order()));
            seen.Enqueue(string.Join(", ", definition.OutputBindings.Values.Select(binding => $"{binding.Name} {binding.Type} {binding.Direction}")));
            seen.Enqueue(string.Join(", ", definition.Parameters.Select(parameter => $"{parameter.Name} {parameter.Type.Name}")));
            seen.Enqueue($"{definition.Name} {definition.EntryPoint} {Path.GetFileName(definition.PathToAssembly)} {definition.Id == context.FunctionId}");
            var data = context.BindingContext.BindingData;
            seen.Enqueue($"{data["id"]} {data["ID"]} {data["q"]} {data["Query"]} {JsonDocument.Parse((string)data["Headers"]!).RootElement.GetProperty("X-Own")}");
            seen.Enqueue($"{context.RetryContext.RetryCount}/{context.RetryContext.MaxRetryCount} {context.CancellationToken == context.GetHttpContext()!.RequestAborted}");
            context.Items["from middleware"] = "hello";
            await next();
        }));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/whole/5?q=x&id=7");
        request.Headers.Add("X-Own", "yes");
        using var response = await host.Client.SendAsync(request);

        Assert.Equal("hello 5", await response.Content.ReadAsStringAsync());
        Assert.Equal(
            [
                "client durableClient In, request httpTrigger In",
                "$return http Out",
                "request HttpRequest, id Int32, client DurableTaskClient, context FunctionContext",
                $"Whole {typeof(Functions).FullName}.Whole EmbeddedFunctions.Tests.dll True",
                """5 5 x {"q":"x","id":"7"} yes""",
                "0/0 True",
            ],
            seen);
    }

    [Fact]
    public async Task GivenSeveralMiddlewares_WhenOneFails_ThenOuterOnesMayAnswerInItsPlace()
    {
        await using var host = await StartAsync(builder =>
        {
            builder.UseMiddleware(async (context, next) =>
            {
                try
                {
                    await next();
                }
                catch (InvalidOperationException e) when (context.FunctionDefinition.Name == "Fails")
                {
                    context.GetInvocationResult().Value = new ObjectResult(e.Message) { StatusCode = 409 };
                }
            });
            builder.UseWhen(context => context.GetHttpContext()?.Request.Query["block"].ToString() == "yes", (_, _) => throw new InvalidOperationException("blocked"));
        });

        using var own = await host.Client.GetAsync("/fails");
        using var blocked = await host.Client.GetAsync("/fails?block=yes");
        using var unhandled = await host.Client.GetAsync("/whole/5?block=yes");

        Assert.Equal((409, "as it must"), ((int)own.StatusCode, await own.Content.ReadAsStringAsync()));
        Assert.Equal((409, "blocked"), ((int)blocked.StatusCode, await blocked.Content.ReadAsStringAsync()));
        Assert.Equal((500, ""), ((int)unhandled.StatusCode, await unhandled.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task GivenMiddlewareThatBindsAnInput_WhenItChangesIt_ThenTheFunctionGetsThat()
    {
        await using var host = await StartAsync(builder => builder.UseMiddleware(async (context, next) =>
        {
            if (context.FunctionDefinition.Name == "Shout")
            {
                var input = await context.BindInputAsync<string>(context.FunctionDefinition.InputBindings["text"]);
                seen.Enqueue($"{input.BindingMetadata.Type}: {input.Value}");
                input.Value += " and more";
                await Assert.ThrowsAsync<InvalidOperationException>(async () => await context.BindInputAsync<Uri>(input.BindingMetadata));
            }

            if (context.FunctionDefinition.Name == "Whole")
            {
                var inputs = await context.Features.Get<IFunctionInputBindingFeature>()!.BindFunctionInputAsync(context);
                inputs.Values[1] = (int)inputs.Values[1]! + 1;
                context.Items["from middleware"] = "changed";
            }

            await next();
        }));
        var client = host.Host.DurableClient();

        Assert.Equal("changed 6", await host.Client.GetStringAsync("/whole/5"));
        var id = await client.ScheduleNewOrchestrationInstanceAsync(nameof(Functions.Talk), "word");
        Assert.Equal("WORD AND MORE", (await client.WaitForInstanceCompletionAsync(id, true)).ReadOutputAs<string>());
        Assert.Equal(["activityTrigger: word"], seen);
    }

    [Fact]
    public async Task GivenMiddlewareAroundAnActivity_WhenItAnswersItself_ThenTheOrchestratorGetsThatResult()
    {
        await using var host = await StartAsync(builder => builder.UseWhen(
            context => context.FunctionDefinition.InputBindings.Values.Any(binding => binding.Type == "activityTrigger"),
            (context, _) =>
            {
                context.GetInvocationResult().Value = "instead";
                return Task.CompletedTask;
            }));
        var client = host.Host.DurableClient();

        var id = await client.ScheduleNewOrchestrationInstanceAsync(nameof(Functions.Talk), "word");

        Assert.Equal("instead", (await client.WaitForInstanceCompletionAsync(id, true)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task GivenAResultOfSeveralProperties_WhenMiddlewareReplacesTheResponse_ThenThatIsSent()
    {
        await using var host = await StartAsync(builder => builder.UseMiddleware(async (context, next) =>
        {
            await next();
            foreach (var output in context.GetOutputBindings<IActionResult>())
            {
                seen.Enqueue($"{output.Name} {output.BindingType} {output.Value!.GetType().Name}");
                output.Value = new ContentResult { Content = "replaced" };
            }
        }));

        Assert.Equal("replaced", await host.Client.GetStringAsync("/several"));
        Assert.Equal(["Answer http OkResult"], seen);
    }

    [Fact]
    public async Task GivenTwoInvocations_WhenTheyAreCompared_ThenEachHasItsOwnIdItemsAndServices()
    {
        await using var host = await StartAsync(builder => builder.UseMiddleware(async (context, next) =>
        {
            seen.Enqueue($"{context.InvocationId} {context.Items.Count(item => item.Value is string)} {context.InstanceServices.GetHashCode()}");
            context.Items["mine"] = "x";
            context.Items["from middleware"] = "own";
            await next();
        }));

        await host.Client.GetStringAsync("/whole/1");
        await host.Client.GetStringAsync("/whole/2");

        var told = seen.Select(line => line.Split(' ')).ToList();
        Assert.Equal(["0", "0"], told.Select(parts => parts[1]));
        Assert.Equal(2, told.Select(parts => parts[0]).Distinct().Count());
        Assert.All(told, parts => Assert.True(Guid.TryParse(parts[0], out _)));
        Assert.Equal(2, told.Select(parts => parts[2]).Distinct().Count());
    }

    Task<HostUnderTest> StartAsync(Action<FunctionsApplicationBuilder> configure)
    {
        var builder = HostUnderTest.Builder(storage);
        configure(builder);
        return HostUnderTest.StartAsync(builder, typeof(Functions));
    }

    public sealed class Several
    {
        [HttpResult]
        public IActionResult Answer { get; } = new OkResult();
    }

    public static class Functions
    {
        [Function("Whole")]
        public static IActionResult Whole(
            [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "whole/{id:int}")] HttpRequest request, int id, [DurableClient] DurableTaskClient client, FunctionContext context) =>
            new ContentResult { Content = $"{context.Items["from middleware"]} {id}" };

        [Function("Fails")]
        public static IActionResult Fails([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "fails")] HttpRequest request) =>
            throw new InvalidOperationException("as it must");

        [Function("Several")]
        public static Several Several([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "several")] HttpRequest request) => new();

        [Function(nameof(Talk))]
        public static Task<string> Talk([OrchestrationTrigger] TaskOrchestrationContext context, string word) => context.CallActivityAsync<string>(nameof(Shout), word);

        [Function(nameof(Shout))]
        public static string Shout([ActivityTrigger] string text) => text.ToUpperInvariant();
    }
}
