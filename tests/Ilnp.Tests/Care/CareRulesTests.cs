using Ilnp.Care.Concerns;
using Ilnp.Care.Questions;

namespace Ilnp.Tests.Care;

/// <summary>What must hold whatever the members of a group say, in whatever order.</summary>
public sealed class CareRulesTests
{
    static readonly string[] Words =
        [Pulse.Heard, Pulse.NotYet, Pulse.Mismatch, Pulse.Trouble, Pulse.Pause(1), Pulse.Technical, Nudge.Here];

    static readonly string[] Decisions = [ConcernQuestion.Part, ConcernQuestion.Wait, ConcernQuestion.Well];

    public static TheoryData<int> Seeds() => [.. Enumerable.Range(1, 300)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void GivenAnyConversation_WhenItGoesOn_ThenWhoeverAsksForHelpIsHeardAndNobodyIsPutOut(int seed)
    {
        var random = new Random(seed);
        var play = new GroupPlay(random.Next(3) == 0 ? ["a", "b", "c"] : ["a", "b"]);
        var asked = false;
        for (var step = 0; step < 30; step++)
        {
            var happening = random.Next(4) switch
            {
                0 => $"{random.Next(1, 9)}d",
                1 when asked => $"lia:{Decisions[random.Next(Decisions.Length)]}",
                _ => $"{play.Group.Members[random.Next(play.Group.Members.Count)]}:{Words[random.Next(Words.Length)]}",
            };
            var turn = play.Let(happening);
            asked |= turn.Acts.OfType<AskingToDecide>().Any();
            Check(play, happening, turn);
            if (turn.Parting is { } parting && !parting.GoesOn(play.Group.Members)) return;
        }
    }

    static void Check(GroupPlay play, string happening, CareTurn turn)
    {
        if (turn.Parting is { } parting)
        {
            Assert.Empty(parting.Leaving);
            Assert.StartsWith("lia:part", happening, StringComparison.Ordinal);
        }

        if (happening.Split(':') is [var who, Pulse.NotYet])
            Assert.All(play.Group.Members.Where(member => member != who), partner => Assert.True(
                play.Group.Pauses.ContainsKey(partner)
                || play.Group.Concerns.Any(concern =>
                    concern.Kind is ConcernKind.Silence or ConcernKind.Mutual
                        && (concern.AboutId == partner || concern.FromId == partner))));
        if (happening.Split(':') is [var reporter, Pulse.Mismatch or Pulse.Trouble])
            Assert.Contains(turn.Acts.OfType<AskingToDecide>(), ask => ask.Concern.FromId == reporter);
        Assert.All(play.Group.Concerns, concern => Assert.True(concern.Due > play.Now));
        Assert.Equal(play.Group.Concerns.Count, play.Group.Concerns.Select(concern => concern.Number).Distinct().Count());
        Assert.All(turn.Acts.OfType<Nudging>(), nudge => Assert.NotEqual(nudge.Concern.AboutId, nudge.Concern.FromId));
    }

    [Theory]
    [InlineData(Pulse.NotYet)]
    [InlineData(Pulse.Mismatch)]
    [InlineData(Pulse.Trouble)]
    [InlineData(Pulse.Leave)]
    public void GivenAWordThatWasHeard_WhenItIsAnnouncedAgain_ThenNothingFollows(string choice)
    {
        var play = new GroupPlay(["a", "b", "c"]);
        play.Say("pulse-G001-1-a", "a", choice);

        var again = play.Repeat("pulse-G001-1-a", "a", choice);

        Assert.Equal("nothing", CareInWords.Of(again));
    }

    [Fact]
    public void GivenSomebodyWhoIsNoMember_WhenTheySaySomething_ThenNothingFollows() =>
        Assert.Equal("nothing", CareInWords.Of(new GroupPlay(["a", "b"]).Say("pulse-G000-1-x", "x", Pulse.Leave)));

    [Fact]
    public void GivenAWordThatNobodyIsAskedFor_WhenItIsHeard_ThenItIsNoSilentAnswer() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new GroupPlay(["a", "b"]).Say("pulse-G001-1-a", "a", "maybe"));
}
