using System.Threading.Channels;
using Ilnp.Storage;

namespace Ilnp.Tests.Storage;

public sealed class GatheredReadsTests
{
    /// <summary>Each reading that has begun, with whom it is for; it ends when it is let.</summary>
    readonly Channel<(string Rows, TaskCompletionSource<int> End)> begun = Channel.CreateUnbounded<(string, TaskCompletionSource<int>)>();
    readonly GatheredReads<int> reads;

    public GatheredReadsTests() => reads = new((_, rows) =>
    {
        TaskCompletionSource<int> end = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Assert.True(begun.Writer.TryWrite((string.Join(' ', rows.Order()), end)));
        return end.Task;
    });

    [Fact]
    public async Task GivenAReadingUnderWay_WhenOthersAsk_ThenTheyShareTheNextWhichBeginsAfterIt()
    {
        var first = reads.ReadAsync("c", "a");
        var one = await begun.Reader.ReadAsync();
        Task<int>[] later = [reads.ReadAsync("c", "b"), reads.ReadAsync("c", "d"), reads.ReadAsync("c", "b")];
        Assert.False(begun.Reader.TryPeek(out _));
        one.End.SetResult(1);
        var next = await begun.Reader.ReadAsync();
        next.End.SetResult(2);

        Assert.Equal(("a", "b d"), (one.Rows, next.Rows));
        Assert.Equal(1, await first);
        Assert.All(await Task.WhenAll(later), read => Assert.Equal(2, read));
    }

    [Fact]
    public async Task GivenAReadingThatFails_WhenOthersWaitForTheNext_ThenOnlyWhoAskedForItHearsOfTheFailure()
    {
        var first = reads.ReadAsync("c", "a");
        var one = await begun.Reader.ReadAsync();
        var later = reads.ReadAsync("c", "b");
        one.End.SetException(new TimeoutException());
        (await begun.Reader.ReadAsync()).End.SetResult(2);

        await Assert.ThrowsAsync<TimeoutException>(() => first);
        Assert.Equal(2, await later);
    }

    [Fact]
    public async Task GivenTwoCohorts_WhenBothAsk_ThenNeitherWaitsForTheOther()
    {
        var both = Task.WhenAll(reads.ReadAsync("c", "a"), reads.ReadAsync("d", "a"));
        foreach (var (_, end) in new[] { await begun.Reader.ReadAsync(), await begun.Reader.ReadAsync() }) end.SetResult(1);

        Assert.All(await both, read => Assert.Equal(1, read));
    }
}
