using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace EmbeddedFunctions.Tests.Hosting;

[Collection("host")]
public sealed class ShutdownTests(StorageFixture storage)
{
    [Fact]
    public async Task GivenARequestUnderWay_WhenTheHostStops_ThenItIsAnsweredFirst()
    {
        await using var host = await HostUnderTest.StartAsync(HostUnderTest.Builder(storage), typeof(Functions));
        var request = host.Client.GetAsync("/slow");
        await Functions.Begun.Task;

        var stop = host.Host.StopAsync();
        Assert.False(stop.IsCompleted);
        Functions.LetGo.SetResult();

        Assert.Equal(200, (int)(await request).StatusCode);
        await stop;
    }

    public static class Functions
    {
        public static readonly TaskCompletionSource Begun = new();
        public static readonly TaskCompletionSource LetGo = new();

        [Function("Slow")]
        public static async Task<IActionResult> Slow([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "slow")] HttpRequest request)
        {
            Begun.SetResult();
            await LetGo.Task;
            return new OkResult();
        }
    }
}
