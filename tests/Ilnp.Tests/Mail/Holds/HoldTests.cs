using Ilnp.Committee.Mailings;
using Ilnp.Mail.Holds;
using Ilnp.Surveys;
using Ilnp.Tests.Orchestration;
using Ilnp.Tests.Pages;

namespace Ilnp.Tests.Mail.Holds;

/// <summary>A mail to many waits for a lead where it shall, and never for ever.</summary>
public sealed class HoldTests
{
    static readonly DateTime Turn = new(2020, 5, 4, 14, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(HoldWord.None, false, false, 0, true, false)]
    [InlineData(HoldWord.None, true, false, 0, false, true)]
    [InlineData(HoldWord.None, true, true, 47, false, true)]
    [InlineData(HoldWord.None, true, true, 48, true, false)]
    [InlineData(HoldWord.LetGo, true, false, 0, true, false)]
    [InlineData(HoldWord.Hold, false, false, 0, false, true)]
    [InlineData(HoldWord.Hold, false, false, 48, true, false)]
    [InlineData(HoldWord.Hold, false, true, 48, false, false)]
    public void GivenAWordAndASetting_WhenTheTurnHasCome_ThenItGoesWaitsOrFallsAway(
        HoldWord word, bool setting, bool isNews, int hours, bool goes, bool waits)
    {
        var answer = HoldRules.Answer(
            new("c", "prompt-1", Turn, isNews), new("prompt-1") { Word = word }, setting, Turn.AddHours(hours));

        Assert.Equal((goes, waits), (answer.Goes, answer.AskAgainAt is not null));
        Assert.True(answer.AskAgainAt is null || answer.AskAgainAt <= Turn + HoldRules.Longest);
    }

    [Theory]
    [InlineData(HoldEnd.Went, true)]
    [InlineData(HoldEnd.FellAway, false)]
    public void GivenWhatIsSettled_WhenItIsAskedAgain_ThenItStaysSo(HoldEnd end, bool goes) => Assert.Equal(
        new(goes, null),
        HoldRules.Answer(new("c", "prompt-1", Turn, true), new("prompt-1") { Word = HoldWord.Hold, End = end }, true, Turn));

    [Fact]
    public async Task GivenAMailingThatIsHeld_WhenALeadLetsItGo_ThenItGoesWithinHalfAnHour()
    {
        var asked = 0;
        var script = Writing(people: 11, canBeHeld: true)
            .On(nameof(HoldActivities.AskWhetherHeld), _ => ++asked < 4
                ? new MailingAnswer(false, Turn.AddMinutes(30 * asked))
                : new MailingAnswer(true, null));

        await script.RunAsync("Write", "c", "write", Turn.AddDays(3));

        Assert.Equal(4, script.CallsOf(nameof(HoldActivities.AskWhetherHeld)).Count);
        Assert.Equal(Turn.AddMinutes(90), Assert.Single(script.CallsOf("Tell")).At);
        Assert.All(script.CallsOf(nameof(HoldActivities.AskWhetherHeld)), call => Assert.Equal(Turn, call.Read<MailingTurn>().Since));
    }

    [Fact]
    public async Task GivenNewsThatAreHeld_WhenTheLastMomentComes_ThenNobodyGetsThem()
    {
        var script = Writing(people: 11, canBeHeld: true).On(nameof(HoldActivities.AskWhetherHeld), _ => new MailingAnswer(false, null));

        await script.RunAsync("Write", "c", "write", Turn.AddDays(3));

        Assert.Empty(script.CallsOf("Tell"));
    }

    [Theory]
    [InlineData(10, true)]
    [InlineData(400, false)]
    public async Task GivenAFewPeopleOrACohortOfBefore_WhenTheTurnComes_ThenNobodyIsAskedAndItGoes(int people, bool canBeHeld)
    {
        var script = Writing(people, canBeHeld);

        await script.RunAsync("Write", "c", "write", Turn.AddDays(3));

        Assert.Equal(Turn, Assert.Single(script.CallsOf("Tell")).At);
    }

    [Fact]
    public void GivenTheNamesThatStepsHoldBy_WhenTheMailingsAreListed_ThenEachHasAPage() => Assert.Subset(
        Mailing.Of(SampleCohort.Settings("c1")).Select(mailing => mailing.Name).ToHashSet(),
        new HashSet<string>
        {
            MailingNames.NotChosen, MailingNames.Introduction, MailingNames.Certificate, MailingNames.Report, MailingNames.Prompt(1),
            Ilnp.Availability.InquiryForm.Name, SurveyKind.Mid.Form().Name, SurveyKind.Final.Form().Name,
        });

    static Script Writing(int people, bool canBeHeld) => new Script(Turn)
        .Orchestrator<string>("Write", async (context, cohort) =>
        {
            if (await context.MayGo(canBeHeld, cohort, "prompt-1", people, isNews: true)) await context.CallActivityAsync("Tell", cohort);
        })
        .On("Tell");
}
