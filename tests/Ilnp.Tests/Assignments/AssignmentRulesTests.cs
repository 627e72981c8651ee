using Ilnp.Assignments;
using Ilnp.Programme;
using Ilnp.Programme.PersonalData;
using static Ilnp.Tests.Assignments.Handed;

namespace Ilnp.Tests.Assignments;

public sealed class AssignmentRulesTests
{
    static readonly ProgrammeCalendar Calendar = new(Settings);

    [Theory]
    [InlineData(2, 1, false)]
    [InlineData(2, 2, true)]
    [InlineData(2, 4, true)]
    [InlineData(2, 5, false)] // of a month that the group has added
    [InlineData(1, 1, true)]
    [InlineData(9, 3, false)]
    [InlineData(9, 4, true)] // later than the programme lasts: in its last month
    [InlineData(0, 4, false)]
    public void GivenSettingsAndAMonth_WhenAsked_ThenTheirPromptSpeaksOfATaskOrNot(int from, int month, bool expected) =>
        Assert.Equal(expected, AssignmentRules.IsOffered(Settings.With(new AssignmentSettings { FromMonth = from }), month));

    [Theory]
    [InlineData(-1, false, false)]
    [InlineData(0, true, true)]
    public void GivenTheFirstPrompt_WhenItHasCome_ThenAndOnlyThenAGroupCanHandIn(int minutes, bool hasBegun, bool isOpen)
    {
        var now = new DateTimeOffset(Calendar.Prompt(2), TimeSpan.Zero).AddMinutes(minutes);
        Assert.Equal((hasBegun, isOpen), (AssignmentRules.HasBegun(Settings, now), AssignmentRules.IsOpen(Settings, now)));
        Assert.False(AssignmentRules.HasBegun(Settings.With(new AssignmentSettings { FromMonth = 0 }), now));
    }

    [Fact]
    public void GivenTheFinalSurveysLastDay_WhenItIsOver_ThenNothingIsHandedInAnyMore()
    {
        var closes = new DateTimeOffset(Calendar.FinalSurveyCloses, TimeSpan.Zero);
        Assert.True(AssignmentRules.IsOpen(Settings, closes.AddSeconds(-1)));
        Assert.False(AssignmentRules.IsOpen(Settings, closes));
        Assert.True(AssignmentRules.HasBegun(Settings, closes));
    }

    /// <summary>Who hands in what and agrees to what, in order; what counts in the end, and how it may be shown.</summary>
    [Theory]
    [InlineData("a:One:named", "One", Showable.Open)]
    [InlineData("a:One:named b=named", "One", Showable.Named)]
    [InlineData("a:One:named b=unnamed", "One", Showable.Unnamed)]
    [InlineData("a:One:unnamed b=named", "One", Showable.Unnamed)]
    [InlineData("a:One:named b=no", "One", Showable.Not)]
    [InlineData("a:One:no b=named", "One", Showable.Not)]
    [InlineData("a:One:no", "One", Showable.Not)]
    [InlineData("a:One:named b=named b=no", "One", Showable.Not)] // taken back
    [InlineData("a:One:named b=no b=named", "One", Showable.Named)]
    [InlineData("a:One:named b=named a=no", "One", Showable.Not)] // by the author, on the page of consents
    [InlineData("a:One:named a=no b=named a:One:named", "One", Showable.Named)] // the author's later word counts
    [InlineData("a:One:named b=named a:Two:named", "Two", Showable.Open)] // consent to one text is none to another
    [InlineData("a:One:named b=no a:Two:named b=named", "Two", Showable.Named)]
    [InlineData("a:One:named b=named b:Two:unnamed", "Two", Showable.Open)] // put right by the partner
    [InlineData("a:One:named b:Two:unnamed a=named", "Two", Showable.Unnamed)]
    [InlineData("a:One:named b=named x=no", "One", Showable.Named)] // of somebody who never was in the group
    [InlineData("x:One:named a:Two:named b=named", "Two", Showable.Named)]
    public void GivenAnswersOfAPair_WhenPutTogether_ThenTheLatestTextCountsAndTheLeastConsent(string said, string text, Showable expected)
    {
        var joint = AssignmentRules.Of(Group("a", "b"), People("a", "b"), Answers(said))!;
        Assert.Equal((text, expected), (joint.Work.Text, joint.Showable));
        Assert.Equal(expected is Showable.Named or Showable.Unnamed, joint.IsShown);
        Assert.Equal(expected == Showable.Named ? ["Name of a", "Name of b"] : [], joint.Named.Select(person => person.Name));
    }

    [Theory]
    [InlineData("a:One:named b=named", Showable.Open)]
    [InlineData("a:One:named b=named c=unnamed", Showable.Unnamed)]
    [InlineData("a:One:named b=named c=no", Showable.Not)]
    public void GivenAnswersOfATrio_WhenPutTogether_ThenAllThreeCount(string said, Showable expected) =>
        Assert.Equal(expected, AssignmentRules.Of(Group("a", "b", "c"), People("a", "b", "c"), Answers(said))!.Showable);

    [Theory]
    [InlineData("a:One:named b=named", Showable.Named)] // silence of somebody who has left
    [InlineData("a:One:named b=named c=named", Showable.Named)]
    [InlineData("a:One:named b=named c=no", Showable.Not)] // a no stays one
    [InlineData("c:One:named a=named b=named", Showable.Named)] // who left wrote it
    [InlineData("c:One:unnamed a=named b=named", Showable.Unnamed)]
    public void GivenSomebodyWhoLeftATrio_WhenPutTogether_ThenTheirNameIsGone(string said, Showable expected)
    {
        var group = Group("a", "b") with { FormerMembers = ["c"] };
        var joint = AssignmentRules.Of(group, People("a", "b", "c"), Answers(said))!;
        Assert.Equal(expected, joint.Showable);
        Assert.DoesNotContain(joint.Named, person => person.PersonId == "c");
    }

    [Theory]
    [InlineData(60, Showable.Not)] // nobody knows any more what they had said
    [InlineData(-60, Showable.Named)] // gone before anything was written
    public void GivenAFormerMemberWhoWasErased_WhenPutTogether_ThenWhatTheyMayHaveSaidCountsAsANo(int minutes, Showable expected)
    {
        var people = new Dictionary<string, Person>(People("a", "b"))
        {
            ["c"] = ErasedPersonRule.Of(Member("c"), Begin.AddMinutes(minutes)),
        };
        var group = Group("a", "b") with { FormerMembers = ["c"] };
        Assert.Equal(expected, AssignmentRules.Of(group, people, Answers("a:One:named b=named"))!.Showable);
    }

    [Theory]
    [InlineData(GroupStatus.Active, true)]
    [InlineData(GroupStatus.Completed, true)]
    [InlineData(GroupStatus.Dissolved, false)]
    [InlineData(GroupStatus.Proposed, false)]
    public void GivenAGroup_WhenItIsNotTogether_ThenNothingOfItIsThere(GroupStatus status, bool isThere) => Assert.Equal(
        isThere,
        AssignmentRules.Of(Group("a", "b") with { Status = status }, People("a", "b"), Answers("a:One:named b=named")) is not null);

    [Fact]
    public void GivenGroups_WhenCounted_ThenThoseTogetherToTheEndCount()
    {
        var handed = Group("a", "b") with { HandedInAt = Begin };
        Assert.Equal((1, 2), AssignmentRules.Figure([handed, Group("c", "d"), handed with { Status = GroupStatus.Dissolved }]));
    }

    [Fact]
    public void GivenManyGroups_WhenATaskIsSuggested_ThenItIsAlwaysTheSameAndEachIsForSome()
    {
        var groups = Enumerable.Range(1, 60).Select(number => Group("a", "b") with { GroupId = $"G{number:D3}" }).ToList();
        Assert.Equal(groups.Select(JointTasks.For), groups.Select(JointTasks.For));
        Assert.Equal(JointTasks.All.Order(), groups.Select(JointTasks.For).Distinct().Order());
    }

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(0, 0)]
    [InlineData(12, 0)]
    [InlineData(13, 1)]
    public void GivenAMonthInTheSettings_WhenChecked_ThenWhatIsNoneIsTold(int month, int problems) =>
        Assert.Equal(problems, new AssignmentSettings { FromMonth = month }.Problems().Count());
}
