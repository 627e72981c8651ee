using System.Text;
using Ical.Net;
using Ilnp.Introductions;
using Ilnp.Programme;
using Ilnp.Tests.Pages;
using Ilnp.Tests.Texts;

namespace Ilnp.Tests.Introductions;

public sealed class IntroductionLetterTests
{
    static readonly DateTimeOffset Now = new(2020, 5, 4, 14, 0, 0, TimeSpan.Zero);
    static readonly CohortSettings Settings = SampleCohort.Settings("c");

    static readonly Group Pair = new()
    {
        CohortId = "c",
        GroupId = "G007",
        Members = ["P1", "P2"],
        Status = GroupStatus.Active,
        LiaisonId = "liaison",
    };

    static Person Of(string id, string name, string zone) =>
        SampleCohort.Person("c", id, name, "KE", Standing.Active) with { TimeZone = zone };

    [Fact]
    public void GivenAPair_WhenIntroduced_ThenTheTimesOfTheLetterAreThoseOfTheCalendarFiles()
    {
        var letter = IntroductionLetter.Write(
            Settings, Pair, [Of("P1", "Ana", "Europe/Madrid"), Of("P2", "Kofi", "Africa/Accra")], AppTexts.Shelf.In("en"), Now);

        var times = Assert.IsType<List<List<Dictionary<string, object?>>>>(letter.Model["times"]);
        var events = letter.Attachments.Select(file => Calendar.Load(Encoding.UTF8.GetString(file.Content))!.Events.Single()).ToList();
        Assert.Equal(3, events.Count);
        for (var i = 0; i < events.Count; i++)
        {
            Assert.Equal(["Ana", "Kofi"], times[i].Select(place => place["name"]));
            Assert.Equal(events[i].Start!.AsUtc.AddHours(2).ToString("HH:mm", null), times[i][0]["time"]); // Madrid in summer
            Assert.Equal(events[i].Start!.AsUtc.ToString("HH:mm", null), times[i][1]["time"]);
            Assert.Equal("First talk of Ana and Kofi (ILNP Spring 2020)", events[i].Summary);
            Assert.Equal(events[i].Start!.AsUtc.AddHours(1), events[i].End!.AsUtc);
        }

        Assert.All(letter.Attachments, file => Assert.StartsWith("text/calendar", file.ContentType, StringComparison.Ordinal));
        Assert.Equal(3, events.Select(one => one.Uid).Distinct().Count());
    }

    [Fact]
    public void GivenAZoneThatIsNotKnown_WhenIntroduced_ThenNoTimeIsMadeUp()
    {
        var unknown = Of("P2", "Kofi", "") with { TimeZone = null };
        var letter = IntroductionLetter.Write(Settings, Pair, [Of("P1", "Ana", "Europe/Madrid"), unknown], AppTexts.Shelf.In("en"), Now);
        Assert.Empty(letter.Attachments);
        Assert.Empty(Assert.IsType<List<List<Dictionary<string, object?>>>>(letter.Model["times"]));
    }

    [Theory]
    [InlineData(1, "introduction")]
    [InlineData(2, "rematch-introduction")]
    public void GivenARound_WhenIntroduced_ThenTheLetterIsItsOwnAndTheLiaisonReadsIt(int round, string template)
    {
        var letter = IntroductionLetter.Write(
            Settings, Pair with { Round = round }, [Of("P1", "Ana", "Europe/Madrid"), Of("P2", "Kofi", "Africa/Accra")],
            AppTexts.Shelf.In("en"), Now);
        Assert.Equal((template, "José Álvarez", true, "G007"), (letter.Template, letter.Liaison!.Name, letter.CopyLiaison, letter.Thread));
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void GivenALiaisonsChoice_WhenAGroupIsIntroduced_ThenACopyGoesToThemAsTheyWishAndAnswersReachThemEitherWay(
        bool weekly, bool copied)
    {
        var settings = Settings with
        {
            Committee = [.. Settings.Committee.Select(member => member with { IntroductionsWeekly = weekly && member.Id == "liaison" })],
        };

        var letter = IntroductionLetter.Write(
            settings, Pair, [Of("P1", "Ana", "Europe/Madrid"), Of("P2", "Kofi", "Africa/Accra")], AppTexts.Shelf.In("en"), Now);

        Assert.Equal(("José Álvarez", copied), (letter.Liaison!.Name, letter.CopyLiaison));
    }
}
