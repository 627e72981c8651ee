namespace FunctionsHost.Tests.Hosting;

public sealed class RestartsTests
{
    [Fact]
    public async Task GivenAsManyRestartsAsMayBe_WhenTenMinutesHavePassedSinceTheFirst_ThenOneMoreMayBe()
    {
        var begin = new DateTimeOffset(2020, 3, 2, 8, 0, 0, TimeSpan.Zero);
        await using var clock = new SimulatedClock(begin);
        var restarts = new Restarts(clock);

        for (var restart = 0; restart < Restarts.Most; restart++)
        {
            Assert.True(restarts.TryOneMore());
            await clock.RunUntilIdleAsync(begin.AddMinutes(restart + 1));
        }

        Assert.False(restarts.TryOneMore());
        await clock.RunUntilIdleAsync(begin + Restarts.Span);
        Assert.True(restarts.TryOneMore());
        Assert.False(restarts.TryOneMore());
    }
}
