using Ilnp.Pages.Visitors;
using Ilnp.Tests.Mail;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

namespace Ilnp.Tests.Pages.Visitors;

/// <summary>An answer that comes at its moment, whatever there is to do.</summary>
public sealed class SteadyAnswerTests
{
    static readonly TimeSpan Moment = TimeSpan.FromSeconds(1), Patience = TimeSpan.FromSeconds(30);

    readonly SetClock clock = new();
    readonly TaskCompletionSource work = new(TaskCreationOptions.RunContinuationsAsynchronously);

    SteadyAnswer Steady => new(clock, NullLogger<SteadyAnswer>.Instance) { Moment = Moment };

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task GivenWorkThatIsDoneAtOnceOrLong_WhenItsMomentComes_ThenTheAnswerComesThenAndNotBefore(bool isDone)
    {
        if (isDone) work.SetResult();
        var answer = Steady.AfterAsync(_ => work.Task);
        clock.Now += Moment - TimeSpan.FromMilliseconds(1);
        Assert.False(answer.IsCompleted);

        clock.Now += TimeSpan.FromMilliseconds(1);
        await answer.WaitAsync(Patience);
    }

    [Fact]
    public async Task GivenWorkThatFailsBeforeTheMoment_WhenItComes_ThenItFailsThen()
    {
        var answer = Steady.AfterAsync(_ => Task.FromException(new InvalidOperationException("no storage")));
        Assert.False(answer.IsCompleted);
        clock.Now += Moment;
        await Assert.ThrowsAsync<InvalidOperationException>(() => answer.WaitAsync(Patience));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task GivenWorkThatGoesOnBesideTheAnswer_WhenTheAppEnds_ThenItsEndIsWaitedFor(bool fails)
    {
        var steady = Steady;
        var answer = steady.AfterAsync(_ => work.Task);
        clock.Now += Moment;
        await answer.WaitAsync(Patience);
        var end = ((IHostedService)steady).StopAsync(default);
        Assert.False(end.IsCompleted);

        if (fails) work.SetException(new InvalidOperationException("the mail service"));
        else work.SetResult();
        await end.WaitAsync(Patience);
    }

    [Fact]
    public async Task GivenWorkThatNeverEnds_WhenTheAppEnds_ThenItWaitsSomeSecondsAndNoLonger()
    {
        var steady = Steady;
        var answer = steady.AfterAsync(_ => work.Task);
        clock.Now += Moment;
        await answer.WaitAsync(Patience);
        var end = ((IHostedService)steady).StopAsync(default);
        Assert.False(end.IsCompleted);
        clock.Now += TimeSpan.FromSeconds(5);
        await end.WaitAsync(Patience);
    }

    [Fact]
    public void GivenSimulatedTime_WhenNobodyMeasures_ThenWhatWasDoneIsWaitedFor()
    {
        Assert.Equal(TimeSpan.Zero, new SteadyAnswer(clock, NullLogger<SteadyAnswer>.Instance).Moment);
        Assert.Equal(Moment, new SteadyAnswer(TimeProvider.System, NullLogger<SteadyAnswer>.Instance).Moment);
    }
}
