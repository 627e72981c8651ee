using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.DurableTask;

namespace EmbeddedFunctions.Tests.Engine.Semantics;

/// <summary>Data of all kinds on their way through an activity and back.</summary>
public sealed class PayloadTests
{
    readonly TestHub hub = new();

    public static TheoryData<object> Values() => new(
        7,
        -1.5m,
        double.MaxValue,
        "",
        "é王\"\\\n",
        true,
        DayOfWeek.Friday,
        new DateTime(2020, 3, 2, 8, 0, 0, 123, DateTimeKind.Utc),
        new DateTimeOffset(2020, 3, 2, 8, 0, 0, TimeSpan.FromHours(5.5)),
        TimeSpan.FromDays(40) + TimeSpan.FromTicks(1),
        Guid.Parse("6f2d1f0a-0b53-4c35-9d0e-3f6a4b1c7e21"),
        new Uri("https://example.org/a?b=c"),
        new Person("Ana", DayOfWeek.Monday, null));

    [Theory]
    [MemberData(nameof(Values))]
    public async Task GivenAValue_WhenItGoesThroughAnActivity_ThenItComesBackTheSame(object value)
    {
        var method = GetType().GetMethod(nameof(ThroughAsync), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance)!;

        Assert.Equal(value, await (Task<object?>)method.MakeGenericMethod(value.GetType()).Invoke(this, [value])!);
    }

    [Fact]
    public async Task GivenATuple_WhenItGoesThroughAnActivity_ThenItComesBackTheSame()
        => Assert.Equal(("Ana", 7), await ThroughAsync(("Ana", 7)));

    [Fact]
    public async Task GivenAPolymorphicValue_WhenItGoesThroughAnActivity_ThenItKeepsItsType()
        => Assert.Equal(new Circle(2), await ThroughAsync<Shape>(new Circle(2)));

    [Fact]
    public async Task GivenJson_WhenAnActivityAddsToIt_ThenBothPartsComeBack()
    {
        await using var host = await hub.StartAsync(tasks => tasks
            .AddOrchestratorFunc<JsonNode, JsonNode>("Adds", (context, input) => context.CallActivityAsync<JsonNode>("Add", input))
            .AddActivityFunc<JsonNode, JsonNode>("Add", (_, input) =>
            {
                input["added"] = 1;
                return input;
            }));

        Assert.Equal("""{"given":[1,2],"added":1}""", (await host.Client.RunAsync("Adds", new JsonObject { ["given"] = new JsonArray(1, 2) })).SerializedOutput);
    }

    [Fact]
    public async Task GivenActivitiesWithoutResult_WhenAwaited_ThenTheyGiveNull()
    {
        await using var host = await hub.StartAsync(tasks => tasks
            .AddOrchestratorFunc<bool>("Nulls", async context =>
            {
                await context.CallActivityAsync("Void");
                return await context.CallActivityAsync<string?>("Null") is null
                    && await context.CallActivityAsync<int?>("Void") is null
                    && await context.CallActivityAsync<int>("Null", (object?)null) == 0
                    && await context.CallSubOrchestratorAsync<object?>("Nothing") is null;
            })
            .AddOrchestratorFunc("Nothing", _ => Task.CompletedTask)
            .AddActivityFunc("Void", (TaskActivityContext _) => { })
            .AddActivityFunc<string?, string?>("Null", (_, input) => input));

        var end = await host.Client.RunAsync("Nulls");

        Assert.True(end.ReadOutputAs<bool>());
        Assert.Null((await host.Client.RunAsync("Nothing")).SerializedOutput);
    }

    [Theory]
    [InlineData("input")]
    [InlineData("output")]
    [InlineData("result")]
    public async Task GivenACycle_WhenItHasToBeWritten_ThenTheOrchestrationFails(string place)
    {
        await using var host = await hub.StartAsync(tasks => tasks
            .AddOrchestratorFunc<object>("Cycles", async context =>
            {
                if (place == "input") await context.CallActivityAsync("Cycle", new Node());
                if (place == "result") await context.CallActivityAsync("Cycle");
                return new Node();
            })
            .AddActivityFunc("Cycle", _ => new Node()));

        var failure = (await host.Client.RunAsync("Cycles")).FailureDetails!;

        Assert.Equal("System.Text.Json.JsonException", (place == "result" ? failure.InnerFailure! : failure).ErrorType);
    }

    [Fact]
    public async Task GivenAnActivityOfAnotherInput_WhenCalled_ThenItFails()
    {
        await using var host = await hub.StartAsync(tasks => tasks
            .AddOrchestratorFunc<int>("Calls", context => context.CallActivityAsync<int>("Number", "seven"))
            .AddActivityFunc<int, int>("Number", (_, number) => number));

        Assert.Equal("System.Text.Json.JsonException", (await host.Client.RunAsync("Calls")).FailureDetails!.InnerFailure!.ErrorType);
    }

    [Fact]
    public async Task GivenAResultOfAnotherType_WhenAwaited_ThenTheOrchestratorCanCatchThat()
    {
        await using var host = await hub.StartAsync(tasks => tasks
            .AddOrchestratorFunc<string>("Calls", async context =>
            {
                await Assert.ThrowsAsync<System.Text.Json.JsonException>(() => context.CallActivityAsync<int>("Word"));
                return "caught";
            })
            .AddActivityFunc("Word", _ => "seven"));

        Assert.Equal("caught", (await host.Client.RunAsync("Calls")).ReadOutputAs<string>());
    }

    [Fact]
    public async Task GivenATypedInput_WhenAskedForAsAnotherType_ThenThatIsAnInvalidCast()
    {
        await using var host = await hub.StartAsync(tasks => tasks.AddOrchestratorFunc<int, string>("Number", (context, _) => context.GetInput<string>()!));

        Assert.Equal(typeof(InvalidCastException).FullName, (await host.Client.RunAsync("Number", 7)).FailureDetails!.ErrorType);
    }

    [Fact]
    public async Task GivenNoDeclaredInput_WhenAskedForAsSomeType_ThenItIsReadAsThat()
    {
        await using var host = await hub.StartAsync(tasks => tasks.AddOrchestratorFunc<string>("Any", context => $"{context.GetInput<int>()} {context.GetInput<long?>()}"));

        Assert.Equal("7 7", (await host.Client.RunAsync("Any", 7)).ReadOutputAs<string>());
        Assert.Equal("0 ", (await host.Client.RunAsync("Any")).ReadOutputAs<string>());
    }

    async Task<object?> ThroughAsync<T>(T value)
    {
        await using var host = await hub.StartAsync(tasks => tasks
            .AddOrchestratorFunc<T, T>("Through", async (context, input) => await context.CallActivityAsync<T>("Echo", input))
            .AddActivityFunc<T, T>("Echo", (_, input) => input), options => options.ReplayEveryStep = true);
        return (await host.Client.RunAsync("Through", value)).ReadOutputAs<T>();
    }

    sealed record Person(string Name, DayOfWeek Day, string? Country);

    [JsonDerivedType(typeof(Circle), "circle")]
    abstract record Shape;

    sealed record Circle(int Radius) : Shape;

    sealed class Node
    {
        public Node Self => this;
    }
}
