using Ilnp.Local.Pilot.Crowd;

namespace Ilnp.Tests.Local.Crowd;

public sealed class AvailabilityHabitTests
{
    static readonly TimeSpan Fortnight = TimeSpan.FromDays(14);

    [Theory]
    [InlineData(180, 144, 6, 3)]
    [InlineData(153, 144, 6, 3)]
    [InlineData(51, 48, 2, 1)]
    [InlineData(4, 4, 0, 0)]
    public void GivenSoManyAsked_WhenTheFirstInquiryCloses_ThenAnswersAreInThePilotsNumbers(int asked, int yes, int later, int no)
    {
        var last = LastAnswers(new AvailabilityHabit(new Behaviour(), new Draw(2020)).First(Letters.To(asked, "availability"), Fortnight));
        Assert.Equal(
            (yes, later, no),
            (last.Count(answer => answer == "yes"), last.Count(answer => answer == "later"), last.Count(answer => answer == "no")));
    }

    [Fact]
    public void GivenTimeToAnswer_WhenPeopleReply_ThenTheyDoSoWithinItAndHardlyTwoAtOnce()
    {
        var replies = new AvailabilityHabit(new Behaviour(), new Draw(2020)).First(Letters.To(180, "availability"), Fortnight).ToList();
        Assert.All(replies, reply => Assert.InRange(reply.At - Letters.Morning, TimeSpan.FromMinutes(5), Fortnight * 0.9));
        Assert.Equal(replies.Count, replies.Select(reply => reply.At).Distinct().Count());
    }

    [Fact]
    public void GivenPeopleWhoChangeTheirMind_WhenTheyReply_ThenTheOtherAnswerComesFirst()
    {
        var replies = new AvailabilityHabit(new Behaviour { ChangesOfMind = 1 }, new Draw(1))
            .First(Letters.To(10, "availability"), Fortnight).ToList();
        Assert.All(
            replies.GroupBy(reply => reply.Who), own => Assert.Equal(2, own.Select(reply => reply.Answer("choice")).Distinct().Count()));
        Assert.All(replies.GroupBy(reply => reply.Who), own => Assert.True(own.First().At < own.Last().At));
    }

    static List<string> LastAnswers(IEnumerable<Reply> replies) =>
        [.. replies.GroupBy(reply => reply.Who).Select(own => own.MaxBy(reply => reply.At)!.Answer("choice"))];
}
