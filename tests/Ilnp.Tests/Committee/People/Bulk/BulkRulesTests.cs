using Ilnp.Committee.People.Bulk;
using Ilnp.Programme;
using Ilnp.Tests.Pages;

namespace Ilnp.Tests.Committee.People.Bulk;

/// <summary>Who is meant, and when two plans are the same.</summary>
public sealed class BulkRulesTests
{
    static readonly DateTimeOffset Now = new(2020, 4, 15, 12, 0, 0, TimeSpan.Zero);

    static readonly Person[] Everybody =
    [
        SampleCohort.Person("c", "P1", "Zoë Müller", "DE"), SampleCohort.Person("c", "P2", "王小明", "CN"),
        SampleCohort.Person("c", "P3", "", "EG") with { Email = "", ErasedAt = new(2020, 4, 1, 0, 0, 0, TimeSpan.Zero) },
    ];

    [Theory]
    [InlineData(true, "", "P2")]
    [InlineData(true, "P1", "P2")]
    [InlineData(false, "P1", "P1")]
    [InlineData(false, "P2 P1 P2 P3 P9", "P1 P2")]
    [InlineData(false, "", "")]
    public void GivenAWish_WhenItIsRead_ThenExactlyThoseAreMeantWhoAreThere(bool isForAll, string ticked, string expected)
    {
        var wish = new BulkWish("note", isForAll, ticked.Split(' '));
        Assert.Equal(expected, string.Join(' ', wish.Choose([Everybody[1], Everybody[2]], Everybody).Select(person => person.PersonId)));
    }

    [Theory]
    [InlineData("20200415T120000.000Z", true)]
    [InlineData("20200414T120001.000Z", true)]
    [InlineData("20200414T120000.000Z", false)]
    [InlineData("20200415T120000.001Z", false)]
    [InlineData("2020-04-15", false)]
    [InlineData("", false)]
    public void GivenTheMomentOfADryRun_WhenTheButtonIsPressed_ThenOnlyOneOfTheLastDayCounts(string shown, bool counts) =>
        Assert.Equal(counts, BulkWish.ShownAt(shown, Now) is not null);

    [Fact]
    public void GivenAMoment_WhenItStandsOnThePage_ThenItIsReadAgain() =>
        Assert.Equal(Now, BulkWish.ShownAt(BulkWish.Moment(Now), Now.AddHours(1)));

    [Fact]
    public void GivenTwoPlans_WhenAnythingDiffersThatMatters_ThenTheyAreNotTheSame()
    {
        var one = Id("note", Now, "Hello", "P1", "P2");
        Assert.Equal(one, Id("note", Now, "Hello", "P2", "P1", "P2"));
        Assert.Equal(
            5,
            new[]
            {
                one,
                Id("pause", Now, "Hello", "P1", "P2"),
                Id("note", Now.AddSeconds(1), "Hello", "P1", "P2"),
                Id("note", Now, "Hi", "P1", "P2"),
                Id("note", Now, "Hello", "P1"),
            }.Distinct().Count());
    }

    [Fact]
    public void GivenANote_WhenItIsPlanned_ThenItsWordsAreNotInThePlan()
    {
        var (plan, note) = BulkRules.Plan("note", Now, new Dictionary<string, IReadOnlyList<string>> { ["note"] = ["Hello"] }, ["P1"]);
        Assert.Equal(("Hello", 0), (note, plan.Said.Count));
    }

    static string Id(string act, DateTimeOffset shownAt, string note, params string[] people) =>
        BulkRules.Plan(act, shownAt, new Dictionary<string, IReadOnlyList<string>> { ["note"] = [note] }, people).Plan.PlanId;
}
