using Ilnp.Matching.Problem;
using Ilnp.Matching.Scoring;

namespace Ilnp.Tests.Matching.Scoring;

/// <summary>Each part of the score at its edges, by default weights.</summary>
public sealed class ScorePartsTests
{
    static readonly Candidate Ana = People.Of("ana", "PE", interests: "");
    static readonly Candidate Rui = People.Of("rui", "PT", interests: "");

    [Theory]
    [InlineData("archives", "archives", 300, 0)]
    [InlineData("archives", "metadata", 0, 0)]
    [InlineData("", "archives", 0, 0)]
    [InlineData("archives", "metadata,archives", 0, 85)]
    [InlineData("archives,metadata", "archives,metadata", 300, 70)]
    [InlineData("a,b,c,archives", "d,e,f,archives", 0, 10)]
    [InlineData("a,b,c,archives", "d,e,f,g,archives", 0, 0)]
    [InlineData("archives", "a,b,c,d,e,f,archives", 0, 10)]
    [InlineData("archives", "a,b,c,d,e,f,g,archives", 0, 0)]
    public void GivenInterests_WhenScored_ThenTheFirstAndTheRanksCount(string ana, string rui, int first, int shared)
    {
        var (a, b) = (Ana with { Interests = ana.Split(',') }, Rui with { Interests = rui.Split(',') });
        Assert.Equal((first, shared), (Points("firstInterest", a, b), Points("sharedInterests", a, b)));
    }

    [Theory]
    [InlineData("public", "public", false, 150)]
    [InlineData("public", "academic", false, 0)]
    [InlineData("public", null, false, 0)]
    [InlineData("public", "public", true, 0)]
    [InlineData("public", "academic", true, 150)]
    [InlineData(null, "academic", true, 0)]
    public void GivenLibraryTypes_WhenScored_ThenTheSameCountsOrADifferentOneWhereBothAskedForIt(
        string? ana, string? rui, bool unlike, int points) =>
        AssertLikeOrUnlike(
            "libraryType", "unlikeLibraryType", unlike, points, Ana with { LibraryType = ana }, Rui with { LibraryType = rui });

    [Theory]
    [InlineData(5, 5, false, 60)]
    [InlineData(0, 1, false, 57)]
    [InlineData(0, 19, false, 3)]
    [InlineData(0, 20, false, 0)]
    [InlineData(0, 70, false, 0)]
    [InlineData(5, null, false, 0)]
    [InlineData(5, 5, true, 0)]
    [InlineData(0, 1, true, 3)]
    [InlineData(0, 20, true, 60)]
    [InlineData(0, 70, true, 60)]
    public void GivenYearsOfExperience_WhenScored_ThenTheyCountInProportionUpToTheSpan(int? ana, int? rui, bool unlike, int points) =>
        AssertLikeOrUnlike(
            "experience", "unlikeExperience", unlike, points, Ana with { YearsOfExperience = ana }, Rui with { YearsOfExperience = rui });

    [Theory]
    [InlineData("early", "early", false, 30)]
    [InlineData("early", " Early", false, 30)]
    [InlineData("early", "senior", false, 0)]
    [InlineData("early", null, false, 0)]
    [InlineData(null, null, false, 0)]
    [InlineData("early", "early", true, 0)]
    [InlineData("early", "senior", true, 30)]
    [InlineData(null, "senior", true, 0)]
    public void GivenCareerStages_WhenScored_ThenTheSameCountsOrADifferentOneWhereBothAskedForIt(
        string? ana, string? rui, bool unlike, int points) =>
        AssertLikeOrUnlike(
            "careerStage", "unlikeCareerStage", unlike, points, Ana with { CareerStage = ana }, Rui with { CareerStage = rui });

    [Theory]
    [InlineData("en", "en", 40, 0)]
    [InlineData("es en", "en es", 0, 25)]
    [InlineData("en es pt fr", "en es pt fr", 40, 75)]
    [InlineData("en es pt fr de", "en es pt fr de", 40, 75)]
    public void GivenLanguages_WhenScored_ThenTheFirstAndUpToThreeFurtherCount(string ana, string rui, int first, int further)
    {
        var (a, b) = (Ana with { Languages = ana.Split(' ') }, Rui with { Languages = rui.Split(' ') });
        Assert.Equal((first, further), (Points("firstLanguage", a, b), Points("furtherLanguages", a, b)));
    }

    [Theory]
    [InlineData("Africa/Accra", "Africa/Accra", 1, 80)]
    [InlineData("Africa/Accra", "Europe/London", 1, 80)]
    [InlineData("Africa/Accra", "Europe/London", 6, 74)]
    [InlineData("Africa/Accra", "Pacific/Auckland", 6, 22)]
    [InlineData("Africa/Accra", "Nowhere/Atall", 6, 0)]
    [InlineData("Africa/Accra", null, 6, 0)]
    public void GivenTimeZones_WhenScored_ThenTheSharedWakingHoursOfTheCohortsMonthCount(string ana, string? rui, int month, int points) =>
        Assert.Equal(
            points,
            Points("timeZone", Ana with { TimeZone = ana }, Rui with { TimeZone = rui }, new(2020, month, 1), new(2020, month, 28)));

    [Theory]
    [InlineData("archives", "", "", "archives", 60)]
    [InlineData("archives", "metadata", "metadata", "archives", 120)]
    [InlineData("a b c", "", "", "a b c", 120)]
    [InlineData("archives", "metadata", "archives", "metadata", 0)]
    [InlineData("", "archives", "", "archives", 0)]
    public void GivenOffersAndNeeds_WhenScored_ThenUpToTwoThatMeetCount(
        string anaOffers, string anaSeeks, string ruiOffers, string ruiSeeks, int points) =>
        Assert.Equal(
            points,
            Points(
                "offerMeetsNeed",
                Ana with { Offers = Words(anaOffers), Seeks = Words(anaSeeks) },
                Rui with { Offers = Words(ruiOffers), Seeks = Words(ruiSeeks) }));

    [Theory]
    [InlineData("weekly", "weekly", 30)]
    [InlineData("weekly", "monthly", 0)]
    [InlineData("weekly", null, 0)]
    [InlineData(null, null, 0)]
    public void GivenRhythms_WhenScored_ThenTheSameCounts(string? ana, string? rui, int points) =>
        Assert.Equal(points, Points("rhythm", Ana with { Rhythm = ana }, Rui with { Rhythm = rui }));

    [Theory]
    [InlineData("email video", "video", 20)]
    [InlineData("email video", "email video", 20)]
    [InlineData("email", "video", 0)]
    [InlineData("", "", 0)]
    public void GivenTools_WhenScored_ThenOneInCommonIsEnough(string ana, string rui, int points) =>
        Assert.Equal(points, Points("tool", Ana with { Tools = Words(ana) }, Rui with { Tools = Words(rui) }));

    [Theory]
    [InlineData(0, false, false, 0, 0)]
    [InlineData(30, false, false, 60, 0)]
    [InlineData(30, true, false, 60, 150)]
    [InlineData(0, true, true, 0, 300)]
    public void GivenDatesAndPriority_WhenScored_ThenEachPersonsOwnPointsAreAdded(int daysApart, bool ana, bool rui, int early, int carried)
    {
        var (a, b) = (Ana with { CarriedPriority = ana }, Rui with { CarriedPriority = rui, AppliedAt = Ana.AppliedAt.AddDays(daysApart) });
        Assert.Equal((early, carried), (Points("earliness", a, b), Points("carriedPriority", a, b)));
    }

    [Theory]
    [InlineData(47_355, 0)]
    [InlineData(47_356, 1)]
    public void GivenWeights_WhenTheirHighestSumIsChecked_ThenTheCareerStageCounts(int careerStage, int faults) =>
        Assert.Equal(
            faults, new MatchingWeights { FirstInterest = 100_000, LibraryType = 100_000, CareerStage = careerStage }.Faults().Count);

    static void AssertLikeOrUnlike(string like, string different, bool unlike, int points, Candidate a, Candidate b)
    {
        Assert.Equal(unlike ? 0 : points, Points(like, a with { WantsUnlike = unlike }, b with { WantsUnlike = unlike }));
        Assert.Equal(unlike ? points : 0, Points(different, a with { WantsUnlike = unlike }, b with { WantsUnlike = unlike }));
        // One person's wish alone changes nothing.
        if (!unlike) Assert.Equal(points, Points(like, a with { WantsUnlike = true }, b));
    }

    static int Points(string part, Candidate a, Candidate b, DateOnly? starts = null, DateOnly? ends = null)
    {
        var problem = new MatchingProblem { People = [a, b], Starts = starts ?? new(2020, 5, 4), Ends = ends ?? new(2020, 8, 31) };
        var score = new MatchingRules(problem).Score;
        Assert.Equal(score.Of(0, 1), score.Reasons(0, 1).Sum(reason => reason.Points));
        return score.Reasons(0, 1).Where(reason => reason.Code == part).Sum(reason => reason.Points);
    }

    static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
