using Ilnp.Approvals;
using Ilnp.Programme;
using Ilnp.Stories;
using Ilnp.Stories.Pictures;
using Ilnp.Stories.Questions;
using Ilnp.Tests.Pages;

namespace Ilnp.Tests.Stories;

public sealed class StoryRulesTests
{
    static readonly DateTimeOffset Now = new(2020, 9, 10, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Who wrote what they agreed to have shown how; who pressed what about which version; whether everybody reads it.</summary>
    [Theory]
    [InlineData(Telling.Named, "Good.", 1, true, 1, true)]
    [InlineData(Telling.Unnamed, "Good.", 1, true, 1, true)]
    [InlineData(Telling.No, "Good.", 1, true, 1, false)]
    [InlineData(null, "Good.", 1, true, 1, false)]
    [InlineData(Telling.Named, null, 1, true, 1, false)]
    [InlineData(Telling.Named, "Good.", 1, false, 1, false)]
    [InlineData(Telling.Named, "Good.", 1, null, 0, false)] // nobody pressed
    [InlineData(Telling.Named, "Good.", 2, true, 1, false)] // changed since it was seen
    [InlineData(Telling.Named, "Good.", 3, true, 3, true)]
    public void GivenConsentAndPress_WhenAsked_ThenOnlyBothTogetherShowTheWords(
        string? consent, string? text, int version, bool? pressed, int seen, bool isShown)
    {
        var story = StoryRules.Of(Decision(consent, text, version), Now);
        var press = pressed is { } shown ? new StoryPress("P1", seen, shown, "lead", Now) : null;
        Assert.Equal(isShown, story is not null && StoryRules.IsShown(story, press));
    }

    /// <summary>
    /// What the member saw and pressed, of which words; what is beside the words now; whether the picture is shown, or waits.
    /// </summary>
    [Theory]
    [InlineData("Sea", "Sea", true, 1, true, false)]
    [InlineData("Sea", "Sea", false, 1, false, false)] // the words without it
    [InlineData("Sea", null, false, 1, false, true)] // added since
    [InlineData("Sea", "Lake", true, 1, false, true)] // said otherwise since
    [InlineData("Sea", "Sea", true, 2, false, true)] // other words since
    [InlineData(null, "Sea", true, 1, false, false)] // deleted since
    public void GivenAPictureAndWhatWasSeen_WhenAsked_ThenOnlyWhatWasSeenIsShown(
        string? now, string? seen, bool pressed, int version, bool isShown, bool waits)
    {
        var story = StoryRules.Of(Decision(Telling.Named, "Good.", version), Now)! with { Picture = Picture(now) };
        var press = new StoryPress("P1", 1, true, "lead", Now) { Picture = Picture(seen)?.Stamp, IsPictureShown = pressed };
        Assert.Equal((isShown, waits), (StoryRules.IsPictureShown(story, press), StoryRules.PictureWaits(story, press)));
        Assert.Equal(version == 1, StoryRules.IsShown(story, press));

        static StoryPicture? Picture(string? says) => says is null ? null : new("P1", "abc", says, 4, 3, Now);
    }

    [Theory]
    [InlineData(Telling.Named, "Ana")]
    [InlineData(Telling.Unnamed, null)]
    public void GivenANameThatWasWritten_WhenShownWithoutName_ThenItIsNotThere(string consent, string? signed) =>
        Assert.Equal(signed, StoryRules.Of(Decision(consent, "Good.", 1), Now)!.SignedBy);

    [Fact]
    public void GivenWordsThatCannotBeTakenBackAnyMore_WhenAsked_ThenTheyAreNotShown() =>
        Assert.Null(StoryRules.Of(Decision(Telling.Named, "Good.", 1), Now.AddDays(400)));

    [Theory]
    [InlineData(Standing.Active, 8, 31, true)]
    [InlineData(Standing.Resting, 8, 31, true)]
    [InlineData(Standing.Left, 8, 31, false)]
    [InlineData(Standing.Eligible, 8, 31, false)]
    [InlineData(Standing.Active, 8, 1, false)]
    public void GivenAStandingAndADay_WhenAsked_ThenWhoeverTookPartMayTellFromTheLastWeekOn(
        Standing standing, int month, int day, bool may) =>
        Assert.Equal(may, StoryRules.MayTell(
            SampleCohort.Person("c", "P1", "Ana", "DE", standing),
            SampleCohort.Settings("c"),
            new(2020, month, day, 12, 0, 0, TimeSpan.Zero)));

    [Theory]
    [InlineData("We met at noon", false)]
    [InlineData("write to ana@library.example", true)]
    [InlineData("(ana.b@library.example.org)", true)]
    [InlineData("ana＠library.example", true)]
    [InlineData("Mail me,\nana@library.example.", true)]
    [InlineData("連絡先：ana@library.example。", true)]
    [InlineData("I am @ana there", false)]
    [InlineData("2 @ 3 euros", false)]
    public void GivenWords_WhenTheyHaveAMailAddress_ThenItIsFound(string text, bool has) => Assert.Equal(has, StoryRules.HasAddress(text));

    [Fact]
    public void GivenWordsThatAreHardToSearch_WhenSearchedForAddresses_ThenItTakesNoTime() =>
        Assert.False(StoryRules.HasAddress(new('@', 8000)));

    [Theory]
    [InlineData("one", "one")]
    [InlineData("one\ntwo", "one\ntwo")]
    [InlineData("one\n\ntwo", "one|two")]
    [InlineData("one\n \n\n\ntwo\n", "one|two")]
    public void GivenEmptyLines_WhenReadInParagraphs_ThenTheyDivide(string text, string paragraphs) =>
        Assert.Equal(paragraphs, string.Join('|', StoryRules.Paragraphs(text)));

    [Fact]
    public void GivenAStory_WhenItIsChanged_ThenItsAnchorStaysAndNamesNobody()
    {
        var story = StoryRules.Of(Decision(Telling.Named, "Good.", 1), Now)!;
        Assert.Equal(StoryRules.AnchorOf(story), StoryRules.AnchorOf(story with { Version = 2, Text = "Better." }));
        Assert.NotEqual(StoryRules.AnchorOf(story), StoryRules.AnchorOf(story with { PersonId = "P2" }));
        Assert.DoesNotContain("P1", StoryRules.AnchorOf(story), StringComparison.Ordinal);
    }

    internal static Decision Decision(string? consent, string? text, int version)
    {
        var answers = new Dictionary<string, IReadOnlyList<string>> { [Telling.Signed] = ["Ana"], [Telling.Language] = ["es"] };
        if (consent is not null) answers[Telling.Consent] = [consent];
        if (text is not null) answers[Telling.Text] = [text];
        var request = Telling.Question(SampleCohort.Settings("c"), "P1");
        return new()
        {
            Request = request,
            Link = new(1, "k1", request.ClosesAt, ""),
            OpenedAt = Now.AddDays(-1),
            Answers = answers,
            Choice = consent,
            AnsweredAt = Now,
            Version = version,
        };
    }
}
