using Ilnp.Intake;
using Ilnp.Intake.Answers;
using Ilnp.Programme;
using Ilnp.Screening;

namespace Ilnp.Tests.Intake;

public sealed class ApplicantRuleTests
{
    static readonly CohortSettings Cohort = Samples.Cohort() with { Languages = ["en", "es"] };
    static readonly ApplicationAnswers Answers = new()
    {
        Name = "Ana",
        Email = "ana@example.org",
        Country = "PE",
        Languages = ["qu", "es"],
        Internet = true,
        Biweekly = true,
        Commits = true,
    };
    static readonly Application First = Application("a", day: 2, Answers);
    static readonly Application Second = Application("b", day: 5, Answers with { Name = "Ana María", LibraryType = "public" });
    static readonly Application Third = Application("c", day: 9, Answers with { Name = "Ana M.", Commits = false });

    [Fact]
    public void GivenSeveralApplications_WhenTheyArriveInAnyOrder_ThenTheLatestAnswersAndTheFirstDateCount()
    {
        Application[][] orders = [[First, Second, Third], [Third, Second, First], [Second, Third, First], [Second, First, Third, Second]];

        Assert.All(orders, order =>
        {
            var person = Merge(order);
            Assert.Equal(("Ana M.", First.AppliedAt, Third.AppliedAt), (person.Name, person.FirstAppliedAt, person.AnsweredAt));
            Assert.Equal(Standing.Ineligible, person.Standing);
        });
    }

    [Fact]
    public void GivenOptionalAnswers_WhenALaterApplicationChangesOrOmitsThem_ThenTheLaterOnesCount()
    {
        var first = Application("a", day: 2, Answers with
        {
            CareerStage = "early",
            WantsUnlike = true,
            Offers = ["metadata"],
            Seeks = ["archives"],
            Rhythm = "weekly",
            Tools = ["email"],
        });
        var second = Application("b", day: 5, Answers with { CareerStage = "middle", Offers = ["systems"], Tools = ["video"] });
        Application[][] orders = [[first, second], [second, first]];

        Assert.All(orders, order =>
        {
            var person = Merge(order);
            Assert.Equal(("middle", false, null), (person.CareerStage, person.WantsUnlike, person.Rhythm));
            Assert.Equal(["systems", "video"], [.. person.Offers, .. person.Seeks, .. person.Tools]);
        });
    }

    [Fact]
    public void GivenTwoApplicationsOfOneMoment_WhenTheyArriveInAnyOrder_ThenTheResultIsTheSame()
    {
        var twin = Second with { ApplicationId = "z", Answers = Answers with { Name = "Other" } };

        Assert.Equal("Other", Merge([Second, twin]).Name);
        Assert.Equal("Other", Merge([twin, Second]).Name);
    }

    [Fact]
    public void GivenTheSameApplicationAgain_WhenMerged_ThenNothingChanges()
    {
        var person = Merge([First, Second]);

        Assert.Same(person, ApplicantRule.Merge(person, Second, Second.Answers!, Cohort));
        Assert.Same(person, ApplicantRule.Merge(person, First, First.Answers!, Cohort));
    }

    [Fact]
    public void GivenSomebodyChosenAlready_WhenTheyChangeTheirAnswers_ThenTheirStandingStays()
    {
        var person = Merge([First]) with { Standing = Standing.Active, GroupId = "G001" };
        var changed = ApplicantRule.Merge(person, Third, Third.Answers!, Cohort);

        Assert.Equal(("Ana M.", Standing.Active, "G001"), (changed.Name, changed.Standing, changed.GroupId));
    }

    [Fact]
    public void GivenSomebodyHeldBackByTheCommittee_WhenTheyApplyAgain_ThenTheyStayHeldBack()
    {
        var person = Merge([First]) with { Standing = Standing.HeldBack, Reasons = [ReasonCode.PossibleDuplicate] };

        Assert.Equal(Standing.HeldBack, ApplicantRule.Merge(person, Second, Second.Answers!, Cohort).Standing);
    }

    [Fact]
    public void GivenAnUnknownCountry_WhenTheNextAnswersHaveOne_ThenThePersonIsEligible()
    {
        var without = Application("a", day: 2, Answers with { Country = "ZZ" });

        Assert.Equal(Standing.HeldBack, Merge([without]).Standing);
        Assert.Equal(Standing.Eligible, Merge([without, Second]).Standing);
    }

    [Fact]
    public void GivenLanguages_WhenThePersonIsMade_ThenMailComesInTheFirstThatTheCohortOffers() =>
        Assert.Equal("es", Merge([First]).MailLanguage);

    [Theory]
    [InlineData("en", "en")]
    [InlineData("sw", "es")]
    [InlineData(null, "es")]
    public void GivenAWishForALanguage_WhenTheCohortOffersIt_ThenMailComesInIt(string? wished, string expected) =>
        Assert.Equal(expected, Merge([First with { Answers = Answers with { MailLanguage = wished } }]).MailLanguage);

    [Theory]
    [InlineData(null, "en")]
    [InlineData("es", "es")]
    public void GivenALanguageChosenByALink_WhenNewAnswersCome_ThenItStaysUnlessTheyNameOne(string? wished, string expected)
    {
        var person = Merge([First]).Choosing("en");
        Assert.Equal(expected, ApplicantRule.Merge(person, Second, Answers with { MailLanguage = wished }, Cohort).MailLanguage);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public void GivenAnEarlierRound_WhenAnyApplicationSaysSo_ThenPriorityIsCarried(bool waited, bool carried) =>
        Assert.Equal(carried, Merge([First, Second with { Answers = Answers with { Waited = waited } }]).CarriedPriority);

    static Person Merge(Application[] applications) =>
        applications.Skip(1).Aggregate(
            ApplicantRule.New(applications[0], applications[0].Answers!, Cohort),
            (person, application) => ApplicantRule.Merge(person, application, application.Answers!, Cohort));

    static Application Application(string id, int day, ApplicationAnswers answers) => new()
    {
        CohortId = Cohort.Id,
        ApplicationId = id,
        Provider = "own",
        AppliedAt = new(2020, 3, day, 0, 0, 0, TimeSpan.Zero),
        ReceivedAt = new(2020, 3, day, 0, 0, 1, TimeSpan.Zero),
        Answers = answers,
        PersonId = "P1",
        Outcome = ApplicationOutcome.Received,
        Reasons = ScreeningRule.Reasons(answers),
    };
}
