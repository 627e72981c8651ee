using System.Globalization;
using Ilnp.Intake.Answers;

namespace Ilnp.Tests.Intake.Answers;

public sealed class MomentAnswerTests
{
    static readonly DateTimeOffset Received = new(2020, 4, 1, 12, 0, 0, TimeSpan.Zero);
    static readonly TimeZoneInfo Chicago = TimeZoneInfo.FindSystemTimeZoneById("America/Chicago");

    [Theory]
    [InlineData("2020/03/02 2:11:52 PM GMT", "2020-03-02T14:11:52Z")]
    [InlineData("2020/03/02 12:05:00 AM GMT+5:30", "2020-03-01T18:35:00Z")]
    [InlineData("2020/03/02 12:05:00 PM GMT-3", "2020-03-02T15:05:00Z")]
    [InlineData("2020-03-05T09:18:42Z", "2020-03-05T09:18:42Z")]
    [InlineData("2020-03-06T11:00:00.000+02:00", "2020-03-06T09:00:00Z")]
    [InlineData("3/2/2020 14:11:52", "2020-03-02T20:11:52Z")]
    [InlineData("25/3/2020 8:00", "2020-03-25T13:00:00Z")]
    [InlineData("2020/03/08 2:30:00 AM", "2020-03-08T08:30:00Z")]
    [InlineData("02.03.2020 10:00:00 p. m.", "2020-03-03T04:00:00Z")]
    public void GivenAMoment_WhenRead_ThenItIsInUtc(string text, string expected)
    {
        var reading = MomentAnswer.Read(text, Received, Chicago, dayFirst: null);

        Assert.Null(reading.Problem);
        Assert.Equal(DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture), reading.Value);
    }

    [Fact]
    public void GivenASheetWithTheDayFirst_WhenRead_ThenItIsTheOtherDate() =>
        Assert.Equal(
            new(2020, 2, 3, 6, 0, 0, TimeSpan.Zero), MomentAnswer.Read("3/2/2020 0:00:00", Received, Chicago, dayFirst: true).Value);

    [Theory, InlineData("yesterday"),
        InlineData("2020/13/45 99:00"),
        InlineData("#####"),
        InlineData("2031-01-01T00:00:00Z"),
        InlineData("1900-01-01T00:00:00Z")]
    public void GivenABrokenDate_WhenRead_ThenTheTimeOfReceivingCountsAndIsSaid(string text)
    {
        var reading = MomentAnswer.Read(text, Received, Chicago, dayFirst: null);

        Assert.Equal(Received, reading.Value);
        Assert.Contains("time of receiving", reading.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void GivenNoDate_WhenRead_ThenTheTimeOfReceivingCountsWithoutAWord() =>
        Assert.Equal(new Reading<DateTimeOffset>(Received), MomentAnswer.Read(null, Received, Chicago, dayFirst: null));
}
