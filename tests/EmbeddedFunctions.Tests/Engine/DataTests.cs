using System.Text.Json;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Converters;

namespace EmbeddedFunctions.Tests.Engine;

public sealed class DataTests
{
    readonly TestHub hub = new();

    [Theory]
    [InlineData(10)]
    [InlineData(40_000)]
    [InlineData(400_000)]
    public async Task GivenALongText_WhenItGoesThroughEveryPlace_ThenItComesOutWhole(int length)
    {
        var text = string.Concat(Enumerable.Range(0, length / 10).Select(i => $"{i % 1000:D3} é王\"\\n "));
        await using var host = await hub.StartAsync(tasks => tasks
            .AddOrchestratorFunc<string, string>("Long", async (context, input) =>
            {
                var raised = context.WaitForExternalEvent<string>("Long");
                var returned = await context.CallActivityAsync<string>("Echo", input);
                var child = await context.CallSubOrchestratorAsync<string>("Child", returned);
                context.SetCustomStatus(child);
                return await raised + child;
            })
            .AddOrchestratorFunc<string, string>("Child", (_, input) => input)
            .AddActivityFunc<string, string>("Echo", (_, input) => input), options => options.ReplayEveryStep = true);
        var id = await host.Client.ScheduleNewOrchestrationInstanceAsync("Long", text);
        await host.Client.RaiseEventAsync(id, "Long", text);

        var end = await host.Client.EndAsync(id);

        Assert.Equal(text + text, end.ReadOutputAs<string>());
        Assert.Equal((text, text), (end.ReadInputAs<string>(), end.ReadCustomStatusAs<string>()));
    }

    [Fact]
    public async Task GivenAConverter_WhenDataAreWritten_ThenItsOptionsCount()
    {
        await using var host = await hub.StartAsync(
            tasks => tasks.AddOrchestratorFunc<Person, Person>("Echo", (_, person) => person),
            options => options.DataConverter = new JsonDataConverter(new JsonSerializerOptions(JsonSerializerDefaults.Web)));

        var end = await host.Client.RunAsync("Echo", new Person("Zoë", null));

        Assert.Equal("""{"name":"Zo\u00EB","country":null}""", end.SerializedOutput);
        Assert.Equal(new Person("Zoë", null), end.ReadOutputAs<Person>());
    }

    [Fact]
    public async Task GivenNoInput_WhenAValueIsExpected_ThenItIsTheDefault()
    {
        await using var host = await hub.StartAsync(tasks => tasks.AddOrchestratorFunc<int, string>("Number", (context, n) => $"{n} {context.GetInput<int?>()?.ToString(null, null) ?? "null"}"));

        Assert.Equal("0 null", (await host.Client.RunAsync("Number")).ReadOutputAs<string>());
        Assert.Equal("7 7", (await host.Client.RunAsync("Number", 7)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task GivenOptionsInTheInputsPlace_WhenAnActivityIsCalled_ThenThatIsAnArgumentError()
    {
        await using var host = await hub.StartAsync(tasks => tasks.AddOrchestratorFunc("Mistaken", context
            => context.CallActivityAsync<int>("Any", (object)TaskOptions.FromRetryPolicy(new(2, TimeSpan.FromHours(1))))));

        Assert.Equal(typeof(ArgumentException).FullName, (await host.Client.RunAsync("Mistaken")).FailureDetails!.ErrorType);
    }

    sealed record Person(string Name, string? Country);
}
