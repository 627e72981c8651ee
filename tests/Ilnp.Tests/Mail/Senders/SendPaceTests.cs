using Ilnp.Mail.Senders;

namespace Ilnp.Tests.Mail.Senders;

/// <summary>Decisions do not wait behind news.</summary>
public sealed class SendPaceTests
{
    [Fact]
    public async Task GivenNewsThatWait_WhenADecisionComes_ThenItsTurnIsNextAndTheOthersKeepTheirOrder()
    {
        using var pace = new SendPace(perMinute: 6000, concurrent: 1, TimeProvider.System);
        pace.HoldUntil(TimeProvider.System.GetUtcNow().AddMilliseconds(500));
        var order = new List<string>();
        async Task SendAsync(string name, bool isNeeded)
        {
            using var turn = await pace.EnterAsync(TimeSpan.FromMinutes(1), isNeeded, default);
            lock (order) order.Add(name);
        }

        await Task.WhenAll(
            SendAsync("news 1", isNeeded: false), SendAsync("news 2", isNeeded: false), SendAsync("decision", isNeeded: true));

        Assert.Equal(["decision", "news 1", "news 2"], order);
    }

    [Fact]
    public async Task GivenMoreThanThePatienceAllows_WhenTheyCome_ThenNewsAreGivenBackAndADecisionIsNot()
    {
        using var pace = new SendPace(perMinute: 60, concurrent: 1, TimeProvider.System);
        pace.HoldUntil(TimeProvider.System.GetUtcNow().AddHours(1));
        using var end = new CancellationTokenSource();
        var waiting = Enumerable.Range(0, 5).Select(_ => pace.EnterAsync(TimeSpan.FromHours(2), isNeeded: false, end.Token)).ToList();
        var patience = TimeSpan.FromHours(1) + TimeSpan.FromSeconds(3);

        Assert.Null(await pace.EnterAsync(patience, isNeeded: false, default));
        var decision = pace.EnterAsync(patience, isNeeded: true, end.Token);

        Assert.False(decision.IsCompleted);
        await end.CancelAsync();
        foreach (var one in waiting.Append(decision)) await Assert.ThrowsAnyAsync<OperationCanceledException>(() => one);
    }
}
