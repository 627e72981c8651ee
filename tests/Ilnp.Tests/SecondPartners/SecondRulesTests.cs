using System.Globalization;
using Ilnp.Approvals;
using Ilnp.Programme;
using Ilnp.SecondPartners;
using Ilnp.SecondPartners.Questions;
using Ilnp.Tests.Pages;

namespace Ilnp.Tests.SecondPartners;

public sealed class SecondRulesTests
{
    internal static readonly CohortSettings Cohort = SampleCohort.Settings("c").With(new SecondPartnersSettings { Offered = true });

    static readonly DateTimeOffset At = new(2020, 6, 10, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("", SecondStand.None)]
    [InlineData("b:wish", SecondStand.None)] // the other's wish is not mine
    [InlineData("a:fine b:wish", SecondStand.None)]
    [InlineData("a:stay b:fine", SecondStand.None)]
    [InlineData("a:wish", SecondStand.Waiting)]
    [InlineData("a:wish x:fine", SecondStand.Waiting)] // somebody who is no member any more
    [InlineData("a:wish b:fine", SecondStand.Agreed)]
    [InlineData("a:wish b:wish", SecondStand.Agreed)]
    [InlineData("a:wish b:stay", SecondStand.Refused)]
    [InlineData("a:wish b:fine x:stay", SecondStand.Agreed)]
    public void GivenAnswersOfAPair_WhenPutTogether_ThenAWishNeedsTheOthersConsent(string said, SecondStand expected) =>
        Assert.Equal(expected, SecondRules.StandOf(Member("a"), [Member("b")], Answers(said)));

    [Theory]
    [InlineData("a:wish b:fine", SecondStand.Waiting)]
    [InlineData("a:wish b:fine c:wish", SecondStand.Agreed)]
    [InlineData("a:wish b:fine c:stay", SecondStand.Refused)]
    [InlineData("a:wish b:stay", SecondStand.Refused)]
    public void GivenAnswersOfATrio_WhenPutTogether_ThenAllOthersMustAgree(string said, SecondStand expected) =>
        Assert.Equal(expected, SecondRules.StandOf(Member("a"), [Member("b"), Member("c")], Answers(said)));

    [Theory]
    [InlineData(GroupStatus.Active, Standing.Active, false, true)]
    [InlineData(GroupStatus.Active, Standing.Active, true, false)] // trouble, a mismatch, silence, a pause
    [InlineData(GroupStatus.Active, Standing.Left, false, false)]
    [InlineData(GroupStatus.Dissolved, Standing.Active, false, false)]
    [InlineData(GroupStatus.Proposed, Standing.Active, false, false)]
    [InlineData(GroupStatus.Completed, Standing.Active, false, false)]
    public void GivenAGroup_WhenItsStateIsRead_ThenOnlyASoundOneMayWish(
        GroupStatus status, Standing other, bool isTroubled, bool isSound) =>
        Assert.Equal(
            isSound,
            SecondRules.IsSound(
                new() { CohortId = "c", GroupId = "G001", Members = ["a", "b"], Status = status },
                [Member("a"), Member("b") with { Standing = other }],
                isTroubled));

    [Theory]
    [InlineData(true, 4, "2020-06-04 14:00", "2020-06-18 14:00", "2020-06-23 14:00")] // nine in the morning in Chicago
    [InlineData(true, 3, "2020-06-04 14:00", "2020-06-18 14:00", "2020-06-23 14:00")]
    [InlineData(true, 2, null, null, null)] // no time would be left
    [InlineData(true, 1, null, null, null)]
    [InlineData(false, 4, null, null, null)]
    public void GivenACohort_WhenDatesAreMade_ThenTheyLieInTheSecondMonthAndOnlyWhereItIsOffered(
        bool offered, int months, string? opens, string? pairs, string? decides)
    {
        var dates = SecondDates.Of(Cohort.With(new SecondPartnersSettings { Offered = offered }) with
        {
            Dates = Cohort.Dates with { Months = months },
        });
        Assert.Equal((opens, pairs, decides), (Text(dates?.Opens), Text(dates?.Pairs), Text(dates?.Decides)));
        if (dates is null) return;
        Assert.True(dates.Opens < dates.Remind && dates.Remind < dates.Pairs && dates.Pairs < dates.RemindLeads
            && dates.RemindLeads < dates.Decides && dates.Decides < dates.End);
        Assert.Equal(
            (false, true, true, false),
            (dates.AreOpen(dates.Opens.AddTicks(-1)), dates.AreOpen(dates.Opens), dates.AreOpen(dates.Pairs.AddTicks(-1)),
                dates.AreOpen(dates.Pairs)));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.5, 0)] // within the hour it is in time
    [InlineData(50, 50)]
    public void GivenPairsThatWereMadeLate_WhenTheLeadsAreAsked_ThenTheyHaveAllTheirDays(double hoursLate, double hoursMore)
    {
        var dates = SecondDates.Of(Cohort)!;
        var late = dates.MadeAt(dates.Pairs.AddHours(hoursLate));
        Assert.Equal(
            (dates.RemindLeads.AddHours(hoursMore), dates.Decides.AddHours(hoursMore), dates.End),
            (late.RemindLeads, late.Decides, late.End));
    }

    [Fact]
    public void GivenACohortWithoutTheSetting_WhenDatesAreMade_ThenItIsNotOffered() =>
        Assert.Null(SecondDates.Of(SampleCohort.Settings("c")));

    [Fact]
    public void GivenPairsAndWords_WhenCounted_ThenThoseWhoMetCountAndWhoWishedAtLast()
    {
        SecondPair[] pairs =
        [
            Pair("S001", SecondPairStatus.Active, At),
            Pair("S002", SecondPairStatus.Ended, At),
            Pair("S003", SecondPairStatus.Dropped, null),
            Pair("S004", SecondPairStatus.Proposed, null),
        ];
        Assert.Equal((2, 3), SecondRules.Figures(pairs, Answers("a:wish b:fine c:wish d:wish e:stay f:")));
    }

    [Theory]
    [InlineData(Standing.Active, false)]
    [InlineData(Standing.Available, false)] // looks for a new first partner
    [InlineData(Standing.Resting, false)]
    [InlineData(Standing.Left, true)]
    [InlineData(Standing.Declined, true)]
    public void GivenAMember_WhenTheyStandSo_ThenASecondPairEndsOnlyWithSomebodyWhoIsGone(Standing standing, bool isGone) =>
        Assert.Equal(isGone, SecondRules.IsGone(Member("a") with { Standing = standing }));

    [Fact]
    public void GivenNobody_WhenAsked_ThenTheyAreGone() => Assert.True(SecondRules.IsGone(null));

    static string? Text(DateTime? moment) => moment?.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    static SecondPair Pair(string id, SecondPairStatus status, DateTimeOffset? introduced) =>
        new() { CohortId = "c", PairId = id, Members = ["a", "b"], Status = status, IntroducedAt = introduced };

    static Person Member(string id) => SampleCohort.Person("c", id, id, "KE", Standing.Active);

    static IEnumerable<Decision> Answers(string said) =>
        said.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(one => one.Split(':')).Select(one => new Decision
        {
            Request = new()
            {
                CohortId = "c",
                DecisionId = Second.DecisionId("G001", one[0]),
                Form = Second.Name,
                SubjectId = one[0],
                ClosesAt = At,
            },
            Link = new(1, "k1", At, ""),
            OpenedAt = At,
            Choice = one[1].Length == 0 ? null : one[1],
            Version = one[1].Length == 0 ? 0 : 1,
        });
}
