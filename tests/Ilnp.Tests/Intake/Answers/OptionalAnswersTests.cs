using Ilnp.Intake;
using Ilnp.Intake.Answers;
using Ilnp.Intake.Providers;

namespace Ilnp.Tests.Intake.Answers;

public sealed class OptionalAnswersTests
{
    [Fact]
    public void GivenAProvidersWording_WhenRead_ThenTheAnswersAreInTheProgrammesWords()
    {
        var (answers, findings) = Read(
            new(["Where are you in your career?"], ["Mid-career (5 to 15 years)"]),
            new(["Would you like a partner similar or different?"], ["Someone different"]),
            new(["Up to three topics you can offer"], ["Cataloguing, Open science"]),
            new(["What would you like to learn about?"], ["Children's services", "Systems"]),
            new(["How often would you like to talk (weekly, every two weeks, monthly)?"], ["Every two weeks"]),
            new(["How would you like to communicate with your partner?"], ["E-mail, WhatsApp and Zoom, Skype"]));

        Assert.Empty(findings);
        Assert.Equal(("middle", true, "fortnightly"), (answers.CareerStage, answers.WantsUnlike, answers.Rhythm));
        Assert.Equal(["metadata", "open-access"], answers.Offers);
        Assert.Equal(["children-and-youth-services", "systems"], answers.Seeks);
        Assert.Equal(["email", "whatsapp", "video"], answers.Tools);
    }

    [Fact]
    public void GivenWordsThatAreNotKnown_WhenRead_ThenEachIsAFindingAndTheRestCounts()
    {
        var (answers, findings) = Read(
            new(["careerStage"], ["Wizard"]), new(["partner"], ["Tall"]), new(["offers"], ["Juggling", "Archives"]),
            new(["rhythm"], ["At full moon"]), new(["tools"], ["Pigeons", "Telephone"]));

        Assert.Equal(["careerStage", "partner", "offers", "rhythm", "tools"], findings.Select(finding => finding.Field));
        Assert.Contains("“Juggling”", findings[2].Words, StringComparison.Ordinal);
        Assert.Equal((null, null, null), (answers.CareerStage, answers.WantsUnlike, answers.Rhythm));
        Assert.Equal(["archives"], answers.Offers);
        Assert.Equal(["phone"], answers.Tools);
    }

    [Fact]
    public void GivenMoreTopicsThanAsked_WhenRead_ThenTheFirstThreeCountAndItIsSaid()
    {
        var (answers, findings) = Read(new RawAnswer(["offers"], ["Archives, Metadata, Archives, Systems, Reference"]));

        Assert.Equal(["archives", "metadata", "systems"], answers.Offers);
        Assert.Equal("The topics offered are more than 3; the first 3 count.", Assert.Single(findings).Words);
    }

    [Fact]
    public void GivenQuestionsLeftEmpty_WhenRead_ThenNothingIsSaidOfThem()
    {
        var (answers, findings) = Read(
            [.. new[] { "careerStage", "partner", "offers", "seeks", "rhythm", "tools" }.Select(key => new RawAnswer([key], []))]);

        Assert.Empty(findings);
        Assert.Equal(
            (null, null, null, 0, 0, 0),
            (answers.CareerStage, answers.WantsUnlike, answers.Rhythm, answers.Offers.Count, answers.Seeks.Count, answers.Tools.Count));
    }

    [Theory]
    [InlineData("Like me", false)]
    [InlineData("No preference", null)]
    public void GivenTheWishForAPartner_WhenRead_ThenOnlyDifferentMeansUnlike(string text, bool? unlike) =>
        Assert.Equal(unlike, Read(new RawAnswer(["partner"], [text])).Answers.WantsUnlike);

    /// <summary>Findings about questions that this form does not ask are left out.</summary>
    static (ApplicationAnswers Answers, IReadOnlyList<Finding> Findings) Read(params RawAnswer[] answers)
    {
        var read = new ApplicationReader(new IntakeSettings(), TimeZoneInfo.Utc)
            .Read(new RawSubmission("1", "2020-03-05T12:00:00Z", null, answers), new(2020, 3, 5, 12, 0, 1, TimeSpan.Zero));
        return (read.Answers, [.. read.Findings.Where(finding => !finding.OfForm)]);
    }
}
