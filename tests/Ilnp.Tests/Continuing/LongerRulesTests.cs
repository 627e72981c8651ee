using Ilnp.Approvals;
using Ilnp.Continuing;
using Ilnp.Continuing.Questions;
using Ilnp.Operations.Retention;
using Ilnp.Programme;
using Ilnp.Tests.Pages;

namespace Ilnp.Tests.Continuing;

public sealed class LongerRulesTests
{
    static readonly CohortSettings Cohort = SampleCohort.Settings("c");
    static readonly DateTimeOffset End = new(new ProgrammeCalendar(Cohort).End, TimeSpan.Zero);

    [Theory]
    [InlineData("", Consent.Open)]
    [InlineData("a:yes", Consent.Open)]
    [InlineData("a:yes b:yes", Consent.Given)]
    [InlineData("a:yes b:no", Consent.Refused)]
    [InlineData("b:no", Consent.Refused)]
    [InlineData("a:yes x:yes", Consent.Open)] // somebody who is no member any more
    [InlineData("a:yes b:yes x:no", Consent.Given)]
    public void GivenAnswersOfAPair_WhenPutTogether_ThenAllMustSayYes(string answers, Consent expected) =>
        Assert.Equal(expected, LongerRules.ConsentOf(Group("a", "b"), [Member("a"), Member("b")], Answers(answers)));

    [Theory]
    [InlineData("a:yes b:yes", Consent.Open)]
    [InlineData("a:yes b:yes c:yes", Consent.Given)]
    [InlineData("a:yes b:yes c:no", Consent.Refused)]
    public void GivenAnswersOfATrio_WhenPutTogether_ThenAllThreeMustSayYes(string answers, Consent expected) =>
        Assert.Equal(expected, LongerRules.ConsentOf(Group("a", "b", "c"), [Member("a"), Member("b"), Member("c")], Answers(answers)));

    [Fact]
    public void GivenSomebodyWhoLeft_WhenAllHadSaidYes_ThenNobodyGoesOn() => Assert.Equal(
        Consent.Off,
        LongerRules.ConsentOf(Group("a", "b"), [Member("a"), Member("b") with { Standing = Standing.Left }], Answers("a:yes b:yes")));

    [Fact]
    public void GivenAGroupThatWasParted_WhenAllHadSaidYes_ThenNobodyGoesOn() => Assert.Equal(
        Consent.Off,
        LongerRules.ConsentOf(Group("a", "b") with { Status = GroupStatus.Dissolved }, [Member("a"), Member("b")], Answers("a:yes b:yes")));

    [Fact]
    public void GivenGroups_WhenCounted_ThenThoseThatWentOnAfterTheEndCount()
    {
        var longer = new GoingOn(End.AddDays(-9), End.AddDays(90));
        Group[] groups =
        [
            Group("a", "b") with { GoesOn = longer },
            Group("c", "d") with { GoesOn = longer with { EndedAt = End.AddDays(9), EndedBy = GoingOnEnd.Stopped } },
            Group("e", "f") with { GoesOn = longer with { EndedAt = End.AddDays(-3), EndedBy = GoingOnEnd.Stopped } },
            Group("g", "h") with { GoesOn = longer, Status = GroupStatus.Dissolved },
            Group("i", "j"),
        ];
        Assert.Equal(2, LongerRules.GoOn(groups, End));
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(1, "2020-10-04 14:00")]
    [InlineData(3, "2020-12-04 15:00")] // nine in the morning in Chicago, winter time
    public void GivenMonthsToAdd_WhenDatesAreMade_ThenThereIsAMomentForEachAndNoneWithoutMonths(int months, string? until)
    {
        var dates = LongerDates.Of(Cohort.With(new ContinuingSettings { GoOnMonths = months }));
        Assert.Equal(until, dates?.Until.ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(months, dates?.Prompts.Count ?? 0);
        if (dates is not null) Assert.True(dates.Opens < dates.Remind && dates.Remind < dates.Closes && dates.Closes < dates.Until);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(3, 3)]
    [InlineData(-2, 0)] // the day was moved later since
    public void GivenAnswersThatWerePutOff_WhenDatesAreMade_ThenTheyAreOpenAsLong(int putOff, int open)
    {
        var dates = LongerDates.Of(Cohort)!;
        var answers = Answers("a:yes").Select(answer =>
            answer with { Request = answer.Request with { ClosesAt = new(dates.Closes.AddDays(putOff), TimeSpan.Zero) } });
        Assert.Equal(dates.Closes.AddDays(open), dates.OpenAsLongAs(answers).Closes);
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(6, true)]
    [InlineData(7, false)]
    public void GivenMonths_WhenTheSettingsAreChecked_ThenTheyAreFromNoneToSix(int months, bool isFine) =>
        Assert.Equal(isFine, !new ContinuingSettings { GoOnMonths = months }.Problems().Any());

    [Theory]
    [InlineData(true, 91, true)]
    [InlineData(true, 122, false)] // a month after the last end: nothing is waited for any more
    [InlineData(false, 91, false)]
    public void GivenAShortTimeOfKeeping_WhenAGroupStillGoesOn_ThenItsCohortWaits(bool goesOn, int days, bool waits)
    {
        var group = Group("a", "b") with { GoesOn = goesOn ? new(End, End.AddDays(91)) : null };
        Assert.Equal(waits, RetentionRules.Waits(Cohort, [group], End.AddDays(days)));
    }

    static Group Group(params string[] members) =>
        new() { CohortId = "c", GroupId = "G001", Members = members, Status = GroupStatus.Completed };

    static Person Member(string id) => SampleCohort.Person("c", id, id, "KE", Standing.Active);

    static IEnumerable<Decision> Answers(string said) =>
        said.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(one => one.Split(':')).Select(one => new Decision
        {
            Request = new()
            {
                CohortId = "c",
                DecisionId = Longer.DecisionId("G001", one[0]),
                Form = Longer.Name,
                SubjectId = one[0],
                ClosesAt = End,
            },
            Link = new(1, "k1", End, ""),
            OpenedAt = End,
            Choice = one[1],
            Version = 1,
        });
}
