using Ilnp.Local.Pilot.Crowd;

namespace Ilnp.Tests.Local.Crowd;

public sealed class SurveyHabitTests
{
    static readonly TimeSpan Fortnight = TimeSpan.FromDays(14);
    static readonly SurveyHabit Habit = new(new Behaviour(), new Draw(2020));

    [Fact]
    public void GivenThePilotsParticipants_WhenAskedMidway_ThenAnswersAreThePilots()
    {
        var replies = Habit.Mid(Letters.To(95, "mid-survey"), Fortnight).ToList();
        Assert.Equal(53, replies.Count);
        Assert.Equal(3, replies.Count(reply => reply.Answer("q4") == "no"));
        Assert.InRange(replies.Count(reply => reply.Answers.ContainsKey("q5") && reply.Answer("q5") == "weekly"), 7, 10);
    }

    [Fact]
    public void GivenThePilotsParticipants_WhenAskedAtTheEnd_ThenAnswersAreThePilots()
    {
        var replies = Habit.Final(Letters.To(95, "final-survey"), Fortnight).ToList();
        Assert.Equal(42, replies.Count);
        Assert.Equal(40, replies.Count(reply => reply.Answer("q1") == "yes"));
        Assert.Equal(41, replies.Count(reply => reply.Answer("q2") == "yes"));
        Assert.Equal(38, replies.Count(reply => reply.Answer("q7") is "3" or "4" or "5"));
        Assert.All(replies, reply => Assert.Equal("yes", reply.Answer("q8")));
        Assert.Equal(36, replies.Count(reply => reply.Answer("q9-email").Length > 0));
        Assert.All(replies, reply => Assert.Equal(reply.Answer("q9-email").Length > 0, reply.Answer("q9-name").Length > 0));
    }

    [Fact]
    public void GivenFewerParticipantsThanThePilotsAnswers_WhenAsked_ThenAllAnswer() =>
        Assert.Equal(20, Habit.Final(Letters.To(20, "final-survey"), Fortnight).Count());
}
