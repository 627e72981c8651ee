using System.Net;
using Ilnp.Storage;

namespace Ilnp.Tests.Storage;

/// <summary>On real time, as a storage service is.</summary>
public sealed class StorageReachTests
{
    static readonly Uri Row = new("http://storage.example/account/table(row)");

    [Fact]
    public async Task GivenSomebodyWhoWaits_WhenStorageIsSilent_ThenTheyHearItWithinTwoSecondsAndTheNextOneSooner()
    {
        using var asked = Through((_, cancellation) => SilentAsync(cancellation));
        WaitingPerson.Comes();

        var begun = TimeProvider.System.GetTimestamp();
        await Assert.ThrowsAsync<StorageUnreachable>(() => asked.GetAsync(Row));
        var first = TimeProvider.System.GetElapsedTime(begun);
        begun = TimeProvider.System.GetTimestamp();
        await Assert.ThrowsAsync<StorageUnreachable>(() => asked.GetAsync(Row));

        Assert.InRange(first.TotalSeconds, 1.4, 5);
        Assert.InRange(TimeProvider.System.GetElapsedTime(begun), TimeSpan.Zero, first);
    }

    [Fact]
    public async Task GivenStorageThatIsBusyWithALongRequest_WhenItAnswersASmallQuestion_ThenItIsWaitedFor()
    {
        var isDone = new TaskCompletionSource<HttpResponseMessage>();
        var questions = 0;
        using var asked = Through((request, _) =>
        {
            if (request.RequestUri == Row) return isDone.Task;
            if (Interlocked.Increment(ref questions) == 2) isDone.SetResult(new(HttpStatusCode.OK));
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.BadRequest));
        });
        WaitingPerson.Comes();

        using var answer = await asked.GetAsync(Row);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(2, questions);
    }

    [Fact]
    public async Task GivenRefusedConnections_WhenSomebodyWaits_ThenOneMoreTryIsMade()
    {
        using var asked = Through((_, _) => throw new HttpRequestException("refused"));
        WaitingPerson.Comes();

        await Assert.ThrowsAsync<HttpRequestException>(() => asked.GetAsync(Row));
        await Assert.ThrowsAsync<StorageUnreachable>(() => asked.GetAsync(Row));
    }

    [Fact]
    public async Task GivenStorageThatWasSilent_WhenItAnswersAgain_ThenThereIsNoDoubtLeft()
    {
        var isSilent = true;
        using var asked = Through((_, cancellation) =>
            isSilent ? SilentAsync(cancellation) : Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK)));
        WaitingPerson.Comes();
        await Assert.ThrowsAsync<StorageUnreachable>(() => asked.GetAsync(Row));

        isSilent = false;
        using var answer = await asked.GetAsync(Row);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task GivenNobodyWhoWaits_WhenConnectionsAreRefused_ThenTheStorageClientsPatienceDecides()
    {
        using var asked = Through((_, _) => throw new HttpRequestException("refused"));

        for (var attempt = 0; attempt < 3; attempt++) await Assert.ThrowsAsync<HttpRequestException>(() => asked.GetAsync(Row));
    }

    static async Task<HttpResponseMessage> SilentAsync(CancellationToken cancellation)
    {
        await Task.Delay(Timeout.Infinite, cancellation);
        throw new InvalidOperationException("Silence ends by cancellation only.");
    }

    static HttpClient Through(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> network) =>
        new(new StorageReach(new Network(network), TimeProvider.System));

    sealed class Network(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            answer(request, cancellationToken);
    }
}
