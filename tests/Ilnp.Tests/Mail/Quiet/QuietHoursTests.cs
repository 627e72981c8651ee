using Ilnp.Mail.Quiet;
using Ilnp.Tests.Orchestration;
using Ilnp.Tests.Pages;

namespace Ilnp.Tests.Mail.Quiet;

/// <summary>Nobody's night is disturbed by a mail to many.</summary>
public sealed class QuietHoursTests
{
    static readonly DateTime Begin = new(2020, 5, 4, 14, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData("America/Chicago", "2020-05-04T14:00:00Z", null)]
    [InlineData("Africa/Nairobi", "2020-05-04T17:59:00Z", null)]
    [InlineData("Africa/Nairobi", "2020-05-04T18:00:00Z", "2020-05-05T05:00:00Z")]
    [InlineData("Asia/Tokyo", "2020-05-04T14:00:00Z", "2020-05-04T23:00:00Z")]
    [InlineData("Asia/Tokyo", "2020-05-04T22:59:00Z", "2020-05-04T23:00:00Z")]
    [InlineData("Asia/Kathmandu", "2020-05-04T20:00:00Z", "2020-05-05T02:15:00Z")]
    [InlineData("Europe/Berlin", "2020-03-28T23:00:00Z", "2020-03-29T06:00:00Z")]
    [InlineData("Nowhere/Known", "2020-05-04T20:00:00Z", "2020-05-05T05:00:00Z")]
    [InlineData(null, "2020-05-04T20:00:00Z", "2020-05-05T05:00:00Z")]
    public void GivenAMomentAndAZone_WhenItIsNightThere_ThenTheMorningIsTold(string? zone, string now, string? wakes)
    {
        var person = SampleCohort.Person("c", "P1", "Ana", "KE") with { TimeZone = zone };

        Assert.Equal(
            wakes is null ? null : DateTimeOffset.Parse(wakes, System.Globalization.CultureInfo.InvariantCulture).UtcDateTime,
            QuietHours.WakesAt(person, DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("US", "2020-05-04T14:00:00Z", "2020-05-04T18:00:00Z")]
    [InlineData("US", "2020-05-04T19:00:00Z", null)]
    [InlineData("RU", "2020-05-04T14:00:00Z", "2020-05-05T06:00:00Z")]
    [InlineData("PT", "2020-05-04T20:30:00Z", "2020-05-05T08:00:00Z")]
    [InlineData("", "2020-05-04T20:00:00Z", null)]
    [InlineData("XX", "2020-05-04T20:00:00Z", null)]
    public void GivenACountryOnly_WhenItIsNightInOneOfItsZones_ThenAnHourThatIsDayInAllIsTold(string country, string now, string? wakes) =>
        Assert.Equal(Moment(wakes), QuietHours.WakesAt(
            SampleCohort.Person("c", "P1", "Ana", country) with { TimeZone = null }, Moment(now)!.Value));

    [Theory]
    [InlineData("Asia/Tokyo", "America/Sao_Paulo", "2020-05-04T14:00:00Z", "2020-05-04T23:00:00Z")]
    [InlineData("Asia/Tokyo", "America/Sao_Paulo", "2020-05-04T11:30:00Z", null)]
    [InlineData("Africa/Nairobi", "America/Los_Angeles", "2020-05-04T05:00:00Z", "2020-05-04T15:00:00Z")]
    public void GivenPartners_WhenItIsNightForOne_ThenAnHourThatIsDayForBothIsTold(string one, string other, string now, string? wakes) =>
        Assert.Equal(Moment(wakes), QuietHours.WakesAt([one, other], Moment(now)!.Value));

    [Fact]
    public void GivenPeopleAllAroundTheWorld_WhenNoHourIsDayForAll_ThenNothingWaits() =>
        Assert.Null(QuietHours.WakesAt(["Asia/Tokyo", "America/Los_Angeles", "Africa/Nairobi"], new(Begin, TimeSpan.Zero)));

    [Fact]
    public void GivenAMargin_WhenAnHourIsChosen_ThenItStaysDayWhenTheClocksChange()
    {
        var first = QuietHours.WakesAt(["Europe/Berlin"], new(2020, 10, 12, 20, 0, 0, TimeSpan.Zero), QuietHours.Summer)!.Value;

        Assert.Equal(new(2020, 10, 13, 7, 0, 0, DateTimeKind.Utc), first);
        Assert.Null(QuietHours.WakesAt(["Europe/Berlin"], new(first.AddDays(14), TimeSpan.Zero)));
    }

    static DateTime? Moment(string? text) => text is null
        ? null
        : DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture).UtcDateTime;

    [Fact]
    public async Task GivenPeopleAsleep_WhenAllAreWrittenTo_ThenEachGetsItOnceByDay()
    {
        var script = Writing(keeps: true);

        await script.RunAsync("Write", "c", "write", Begin.AddDays(2));

        Assert.Equal(
            [("a", Begin), ("c", Begin.AddHours(3)), ("b", Begin.AddHours(9)), ("d", Begin.AddHours(9))],
            script.CallsOf("Tell").Select(call => (call.Read<string>(), call.At)).OrderBy(call => call.At).ThenBy(call => call.Item1));
    }

    [Fact]
    public async Task GivenACohortOfBeforeThereWereQuietHours_WhenAllAreWrittenTo_ThenNothingElseIsAskedAndAllGetItAtOnce()
    {
        var script = Writing(keeps: false);

        await script.RunAsync("Write", "c", "write", Begin.AddDays(2));

        Assert.Empty(script.CallsOf(nameof(QuietActivities.ListAsleep)));
        Assert.All(script.CallsOf("Tell"), call => Assert.Equal(Begin, call.At));
        Assert.Equal(4, script.CallsOf("Tell").Count);
    }

    static Script Writing(bool keeps) => new Script(Begin)
        .Orchestrator<string>("Write", (context, cohort) =>
            context.WriteByDay(keeps, new(cohort, ["a", "b", "c", "d"]), "Tell", person => person))
        .On(nameof(QuietActivities.ListAsleep), _ => new Asleep[]
        {
            new("b", Begin.AddHours(9)), new("c", Begin.AddHours(3)), new("d", Begin.AddHours(9)),
        })
        .On("Tell");
}
