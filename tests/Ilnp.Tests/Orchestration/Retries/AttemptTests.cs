using System.Text.Json;
using Ilnp.Orchestration.Retries;
using Ilnp.Programme;

namespace Ilnp.Tests.Orchestration.Retries;

/// <summary>Results stand in histories as they are: whatever an activity gave is read as before, and kept as it was.</summary>
public sealed class AttemptTests
{
    [Theory]
    [InlineData("null", null)]
    [InlineData("\"g-12\"", "g-12")]
    [InlineData("\"$tryLater\"", "$tryLater")]
    public void GivenAText_WhenRead_ThenItIsTheResult(string json, string? result) => Assert.Equal(result, Same<string>(json)?.Result);

    [Fact]
    public void GivenOtherResults_WhenRead_ThenTheyAreResults()
    {
        Assert.Equal(3, Same<int>("3")!.Result);
        Assert.Equal(["a", "b"], Same<IReadOnlyList<string>>("""["a","b"]""")!.Result!);
        Assert.Empty(Same<IReadOnlyList<string>>("[]")!.Result!);
        var person = Same<PersonRef>("""{"CohortId":"c","PersonId":"p"}""")!.Result;
        Assert.Equal(new("c", "p"), person);
        Assert.Equal(JsonValueKind.Object, Assert.IsType<JsonElement>(Same<object>("{}")!.Result).ValueKind);
        Assert.NotNull(Same<object>("""{"reason":{"$tryLater":"no"}}""")!.Result);
    }

    [Fact]
    public void GivenTheAnswerToTryLater_WhenReadAsAnyResult_ThenItIsThat()
    {
        const string Json = """{"$tryLater":"Storage answered 503."}""";

        Assert.Equal(Json, JsonSerializer.Serialize(new TryLater("Storage answered 503.")));
        Assert.Equal("Storage answered 503.", Same<int>(Json)!.Later?.Reason);
        Assert.Equal("Storage answered 503.", Same<IReadOnlyList<string>>(Json)!.Later?.Reason);
        Assert.Equal("Storage answered 503.", Same<object?>(Json)!.Later?.Reason);
    }

    /// <summary>Read, and written as it was.</summary>
    static Attempt<T>? Same<T>(string json)
    {
        var attempt = JsonSerializer.Deserialize<Attempt<T>>(json);
        Assert.Equal(json, JsonSerializer.Serialize(attempt));
        return attempt;
    }
}
