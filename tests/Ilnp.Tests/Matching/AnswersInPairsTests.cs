using Ilnp.Intake;
using Ilnp.Intake.Answers;
using Ilnp.Intake.Providers;
using Ilnp.Matching;
using Ilnp.Matching.Scoring;
using Ilnp.Programme;
using Ilnp.Tests.Intake;

namespace Ilnp.Tests.Matching;

/// <summary>From what two people wrote in a form to the reasons of their pair.</summary>
public sealed class AnswersInPairsTests
{
    static readonly CohortSettings Cohort = Samples.Cohort();

    [Fact]
    public void GivenTwoPeopleWhoOfferWhatTheOtherSeeks_WhenMatched_ThenTheyGetThePointsAndTheReasons()
    {
        var ana = Person("ana", "Peru", "early", "Metadata", "Archives");
        var rui = Person("rui", "Portugal", "senior", "Archives", "Metadata");
        var score = new MatchingRules(CohortProblem.Of(Cohort, [ana, rui])).Score;
        var reasons = score.Reasons(0, 1).ToDictionary(reason => reason.Code);

        Assert.Equal((120, "One can help where the other asks for help: metadata and archives."), Told("offerMeetsNeed"));
        Assert.Equal((30, "Both asked for a different background: early career and senior or leading."), Told("unlikeCareerStage"));
        Assert.Equal((30, "Both prefer the same rhythm: every two weeks."), Told("rhythm"));
        Assert.Equal((20, "Both like to use e-mail and video calls."), Told("tool"));

        (int, string) Told(string code) => (reasons[code].Points, reasons[code].ToString());
    }

    static Person Person(string id, string country, string stage, string offers, string seeks)
    {
        RawAnswer[] said =
        [
            new(["email"], [$"{id}@example.org"]), new(["name"], [id]), new(["country"], [country]),
            new(["languages"], ["English"]), new(["interests"], ["Open access"]),
            new(["internet"], ["yes"]), new(["biweekly"], ["yes"]), new(["commit"], ["yes"]),
            new(["careerStage"], [stage]), new(["partner"], ["different"]), new(["offers"], [offers]), new(["seeks"], [seeks]),
            new(["rhythm"], ["fortnightly"]), new(["tools"], ["video", "email"]),
        ];
        var read = new ApplicationReader(Cohort.Of<IntakeSettings>(), TimeZoneInfo.Utc)
            .Read(new RawSubmission(id, "2020-03-05T12:00:00Z", null, said), new(2020, 3, 5, 12, 0, 1, TimeSpan.Zero));
        Assert.Empty(read.Findings);
        var application = new Application
        {
            CohortId = Cohort.Id,
            ApplicationId = id,
            Provider = "own",
            AppliedAt = read.AppliedAt,
            ReceivedAt = read.AppliedAt,
            Answers = read.Answers,
            PersonId = id,
            Outcome = ApplicationOutcome.Received,
        };
        return ApplicantRule.New(application, read.Answers, Cohort);
    }
}
