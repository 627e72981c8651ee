using CsCheck;
using Ilnp.Programme;
using Ilnp.Prompts;
using Ilnp.Prompts.Library;
using Ilnp.Tests.Pages;

namespace Ilnp.Tests.Prompts;

/// <summary>What must hold for any group in any month. CsCheck prints the seed of a case that fails.</summary>
public sealed class PromptChoiceTests
{
    static readonly string[] Interests = [.. PromptCatalogue.Topics.Except(PromptCatalogue.General).Order(StringComparer.Ordinal)];

    static readonly Gen<IReadOnlyList<IReadOnlySet<string>>> Members =
        Gen.Int[0, Interests.Length - 1].Select(at => Interests[at]).Array[0, 4].Array[2, 3]
            .Select(people => (IReadOnlyList<IReadOnlySet<string>>)[.. people.Select(cares => cares.ToHashSet())]);

    static readonly Gen<Conversation> Conversations =
        from members in Members
        from stage in Gen.Enum<Stage>()
        from month in Gen.Int[1, 24]
        from had in Gen.Int[0, PromptCatalogue.All.Count - 1].Select(at => PromptCatalogue.All[at].Id).Array[0, 20]
        select new Conversation("c", "G001", month, stage, members, had.ToHashSet());

    [Fact]
    public void GivenAnyGroup_WhenChosen_ThenThreeDifferentOnesThatNobodyHad() => Conversations.Sample(talk =>
    {
        var chosen = PromptChoice.Choose(talk);
        Assert.Equal(3, chosen.Distinct().Count());
        Assert.DoesNotContain(chosen, talk.Had.Contains);
        Assert.All(chosen, id => Assert.True(talk.Members.Count > 2 || !Prompt(id).NeedsThree));
    });

    [Fact]
    public void GivenAnyGroup_WhenChosenAgainInAnyOrderOfMembers_ThenTheSame() => Conversations.Sample(talk =>
        Assert.Equal(
            PromptChoice.Choose(talk),
            PromptChoice.Choose(talk with { Members = [.. talk.Members.Reverse()], Had = talk.Had.Reverse().ToHashSet() })));

    [Fact]
    public void GivenBeginningOrEnd_WhenChosen_ThenTheFirstIsOfIt() => Conversations.Sample(talk =>
    {
        var left = PromptCatalogue.All.Any(prompt => prompt.Stage == talk.Stage && !prompt.NeedsThree && !talk.Had.Contains(prompt.Id));
        if (talk.Stage != Stage.Middle && left) Assert.Equal(talk.Stage, Prompt(PromptChoice.Choose(talk)[0]).Stage);
    });

    /// <summary>Common interests, then one member's, then what is for everybody; the opening of a stage stands before them.</summary>
    [Fact]
    public void GivenAnyGroup_WhenChosen_ThenNothingCloserThatFitsIsLeftBehind() => Conversations.Sample(talk =>
    {
        var chosen = PromptChoice.Choose(talk);
        var byInterest = talk.Stage == Stage.Middle ? chosen : chosen.Skip(1).ToList();
        var left = PromptCatalogue.All.Where(prompt => (prompt.Stage is null || prompt.Stage == talk.Stage) && !talk.Had.Contains(prompt.Id)
            && (talk.Members.Count > 2 || !prompt.NeedsThree) && !chosen.Contains(prompt.Id))
            .Select(prompt => talk.To(prompt.Topics)).ToList();
        Assert.All(byInterest, id => Assert.DoesNotContain(left, closeness => closeness < talk.To(Prompt(id).Topics)));
        Assert.Equal(byInterest.Select(id => talk.To(Prompt(id).Topics)).Order(), byInterest.Select(id => talk.To(Prompt(id).Topics)));
    });

    [Fact]
    public void GivenALongProgramme_WhenPlayed_ThenNothingComesTwiceInTwentyMonths() => Members.Sample(members =>
    {
        var had = new HashSet<string>();
        for (var month = 1; month <= 20; month++)
            Assert.All(
                PromptChoice.Choose(new("c", "G001", month, month == 1 ? Stage.Beginning : Stage.Middle, members, had.ToHashSet())),
                id => Assert.True(had.Add(id), id));
    });

    [Fact]
    public void GivenGroupsOfLikeInterests_WhenChosen_ThenTheyDoNotAllGetTheSame()
    {
        IReadOnlyList<IReadOnlySet<string>> nothing = [new HashSet<string>(), new HashSet<string>()];
        var chosen = Enumerable.Range(1, 20).Select(number =>
            string.Join(' ', PromptChoice.Choose(new("c", $"G{number:000}", 2, Stage.Middle, nothing, new HashSet<string>()))));
        Assert.True(chosen.Distinct().Count() > 10);
    }

    [Fact]
    public void GivenSomebodyInANewGroup_WhenChosen_ThenItBeginsAnewAndWithoutWhatTheyHad()
    {
        var settings = SampleCohort.Settings("c");
        Person[] members = [SampleCohort.Person("c", "P1", "Ana", "KE"), SampleCohort.Person("c", "P3", "Kofi", "GH")];
        var before = Of("G001", "P1", "P2") with
        {
            Prompts = new Dictionary<int, IReadOnlyList<string>> { [1] = ["names", "same-book", "failure"], [3] = ["news"] },
        };
        var now = Of("G002", "P1", "P3");

        var talk = Conversation.Of(settings, now, members, [before, now], month: 3);

        // the other group's third month may be chosen at this moment
        Assert.Equal((Stage.Beginning, "failure names same-book"), (talk.Stage, string.Join(' ', talk.Had.Order(StringComparer.Ordinal))));
        Assert.Equal(Stage.Beginning, Prompt(PromptChoice.Choose(talk)[0]).Stage);
        Assert.DoesNotContain("names", PromptChoice.Choose(talk));
    }

    [Theory]
    [InlineData(1, new int[0], Stage.Beginning)]
    [InlineData(2, new[] { 1, 2 }, Stage.Middle)]
    [InlineData(4, new[] { 1, 2, 3, 4 }, Stage.End)]
    [InlineData(4, new int[0], Stage.Beginning)]
    public void GivenAMonth_WhenAsked_ThenTheGroupIsWhereItsOwnMonthsSay(int month, int[] chosen, Stage expected) => Assert.Equal(
        expected,
        Conversation.StageOf(
            Of("G001", "P1", "P2") with { Prompts = chosen.ToDictionary(one => one, _ => (IReadOnlyList<string>)[]) }, month, months: 4));

    static Group Of(string id, params string[] members) =>
        new() { CohortId = "c", GroupId = id, Members = members, Status = GroupStatus.Active };

    static CataloguedPrompt Prompt(string id) => PromptCatalogue.Find(id)!;
}
