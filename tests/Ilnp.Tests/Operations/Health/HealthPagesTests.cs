using System.Net;
using System.Text.Json;
using Ilnp.Tests.Pages;

namespace Ilnp.Tests.Operations.Health;

public sealed class HealthPagesTests(WebHostFixture web) : IClassFixture<WebHostFixture>
{
    [Theory]
    [InlineData("health/live", "The app runs.")]
    [InlineData("health/ready", "The app is ready.")]
    [InlineData("health", "The app is ready.")]
    public async Task GivenAnAppThatWorks_WhenAnybodyAsks_ThenItSaysSoToMachinesAndToPeople(string address, string says)
    {
        using var machine = await web.Client.GetAsync(address);
        using var browser = new HttpRequestMessage(HttpMethod.Get, address)
        {
            Headers = { { "Accept", "text/html,application/xhtml+xml" } },
        };
        using var person = await web.Client.SendAsync(browser);
        using var said = JsonDocument.Parse(await machine.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.OK, machine.StatusCode);
        Assert.Equal(says, said.RootElement.GetProperty("says").GetString());
        Assert.Equal("text/plain", person.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith(says, await person.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.True(machine.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task GivenAnAppThatWorks_WhenItsPartsAreRead_ThenEachSaysWhatItIsAndNothingElse()
    {
        var answer = await web.Client.GetStringAsync("health/ready");

        using var said = JsonDocument.Parse(answer);
        var parts = said.RootElement.GetProperty("parts").EnumerateArray()
            .ToDictionary(part => part.GetProperty("part").GetString()!, part => part.GetProperty("says").GetString());
        Assert.Equal("Storage answers.", parts["storage"]);
        Assert.Equal("The task hub answers.", parts["task hub"]);
        Assert.Equal("Mail goes out by mailbox.", parts["mail"]);
        Assert.DoesNotContain("127.0.0.1", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("@", answer, StringComparison.Ordinal);
    }
}
