using Ilnp.Orchestration.Retries;

namespace Ilnp.Tests.Orchestration.Retries;

public sealed class RetryRulesTests
{
    static readonly DateTime Ended = new(2027, 3, 1, 9, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(1, 5)]
    [InlineData(2, 15)]
    [InlineData(3, 45)]
    [InlineData(6, 1215)]
    [InlineData(7, 3600)]
    [InlineData(9, 3600)]
    [InlineData(10, null)]
    [InlineData(11, 5)]
    [InlineData(19, 3600)]
    [InlineData(20, null)]
    public void GivenTriesWithoutSuccess_WhenAskedHowLongToWait_ThenEachRoundGrowsToAnHourAndEnds(int tries, int? seconds) =>
        Assert.Equal(seconds, RetryRules.WaitAfter(tries)?.TotalSeconds);

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(299, true)]
    [InlineData(300, false)]
    [InlineData(86400, false)]
    public void GivenAnEndedRound_WhenAskedAtOnceOrLater_ThenOnlyAtOnceItIsAFailure(int secondsLater, bool isFailure) =>
        Assert.Equal(isFailure, RetryRules.IsFailure(Ended, new DateTimeOffset(Ended).AddSeconds(secondsLater)));

    [Fact]
    public void GivenTheExceptionOfGivingUp_WhenReadFromAHistory_ThenItTellsTheActivity()
    {
        var type = typeof(GaveUp).FullName;

        Assert.Equal("SendPulse", GaveUp.ActivityOf(type, new GaveUp("SendPulse").Message));
        Assert.Equal("SendPulse", GaveUp.ActivityOf("Ilnp.Programme.Retries.GaveUp", new GaveUp("SendPulse").Message)); // its former folder
        Assert.Null(GaveUp.ActivityOf("System.TimeoutException", new GaveUp("SendPulse").Message));
        Assert.Null(GaveUp.ActivityOf(type, "SendPulse"));
        Assert.Null(GaveUp.ActivityOf(type, null));
    }
}
