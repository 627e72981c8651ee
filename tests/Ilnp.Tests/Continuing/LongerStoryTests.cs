using Ilnp.Continuing;
using Ilnp.Continuing.Questions;
using Ilnp.Programme;
using Ilnp.Tests.Mail;

namespace Ilnp.Tests.Continuing;

/// <summary>Groups in simulated time, from the first wish to the last mail: what their members read.</summary>
public sealed class LongerStoryTests
{
    static readonly LongerDates Dates = LongerHost.Dates;

    [Fact]
    public async Task GivenAPair_WhenBothWishIt_ThenTheyGetTopicsUntilTheDayAndOneLastMail()
    {
        await using var at = await LongerHost.StartAsync();
        await at.SayAsync("P1", Longer.Yes);
        Assert.Equal(["longer-ask p2"], at.NewMails());
        Assert.Contains(
            "Person P1 would like to go on with you for 3 months more",
            (await at.MailAsync("longer-ask", "p2")).Text.Unwrapped(),
            StringComparison.Ordinal);

        await at.SayAsync("P2", Longer.Yes);
        Assert.Equal(["liaison-longer liaison", "longer-agreed p1", "longer-agreed p2"], at.NewMails());
        Assert.Contains("All of you have said yes", await at.PageAsync("P1"), StringComparison.Ordinal);
        await at.SayAsync("P2", Longer.No); // too late to take it back here
        Assert.Empty(at.NewMails());

        var topics = new List<string>();
        foreach (var month in Dates.Prompts)
        {
            await at.UntilAsync(month.AddHours(1));
            Assert.Equal(["prompt-further p1", "prompt-further p2"], at.NewMails());
            topics.Add((await at.MailAsync("prompt-further", "p1")).Subject);
        }

        Assert.Equal(3, topics.Distinct().Count());
        var had = (await at.Get<GroupStore>().GetAsync(at.Cohort, "G001")).Prompts;
        Assert.Equal([1, 4, 5, 6, 7], had.Keys.Order());
        Assert.Equal(had.Values.Sum(month => month.Count), had.Values.SelectMany(month => month).Distinct().Count());
        await at.UntilAsync(Dates.Until.AddHours(1));
        Assert.Equal(["longer-over p1", "longer-over p2"], at.NewMails());
        Assert.Equal((GoingOnEnd.Over, true), ((await at.GoesOnAsync("G001"))!.EndedBy!.Value, await at.HasEndedAsync("G001")));
    }

    [Fact]
    public async Task GivenAPair_WhenOneSaysNo_ThenTheOtherIsToldOnceAndMayStillHearAYes()
    {
        await using var at = await LongerHost.StartAsync();
        await at.SayAsync("P1", Longer.Yes);
        await at.SayAsync("P2", Longer.No);
        Assert.Equal(["longer-ask p2", "longer-not p1"], at.NewMails());
        Assert.Contains("It does not come about this time", await at.PageAsync("P1"), StringComparison.Ordinal);

        await at.SayAsync("P2", Longer.Yes);
        Assert.Equal(["liaison-longer liaison", "longer-agreed p1", "longer-agreed p2"], at.NewMails());
    }

    [Fact]
    public async Task GivenAPair_WhenOneNeverAnswers_ThenThereIsOneReminderAndTheOtherIsTold()
    {
        await using var at = await LongerHost.StartAsync();
        await at.SayAsync("P1", Longer.Yes);
        Assert.Equal(["longer-ask p2"], at.NewMails());
        await at.UntilAsync(Dates.Remind.AddHours(1));
        Assert.Equal(["longer-ask p2"], at.NewMails());
        Assert.Contains("do not ask again", (await at.MailAsync("longer-ask", "p2")).Text.Unwrapped(), StringComparison.Ordinal);
        await at.UntilAsync(Dates.Closes.AddHours(1));
        Assert.Equal(["longer-not p1"], at.NewMails());
        Assert.True(await at.HasEndedAsync("G001"));
        await at.SayAsync("P2", Longer.Yes);
        Assert.Empty(at.NewMails());
        Assert.Null(await at.GoesOnAsync("G001"));
    }

    [Fact]
    public async Task GivenAPairThatGoesOn_WhenOneEndsIt_ThenTheOtherIsToldKindlyAndNoTopicComesAnyMore()
    {
        await using var at = await LongerHost.StartAsync();
        await at.SayAsync("P1", Longer.Yes);
        await at.SayAsync("P2", Longer.Yes);
        await at.UntilAsync(Dates.Prompts[0].AddDays(2));
        at.NewMails();

        await at.StopAsync("P2", StopLonger.Stay);
        Assert.Empty(at.NewMails());
        await at.StopAsync("P2");

        Assert.Equal(["longer-stopped p1", "longer-stopped p2"], at.NewMails());
        Assert.Contains("Person P2 cannot go on", (await at.MailAsync("longer-stopped", "p1")).Text.Unwrapped(), StringComparison.Ordinal);
        Assert.Contains("You have ended the time", (await at.MailAsync("longer-stopped", "p2")).Text.Unwrapped(), StringComparison.Ordinal);
        await at.StopAsync("P1"); // after the other
        await at.UntilAsync(Dates.Until.AddDays(1));
        Assert.Empty(at.NewMails());
        Assert.Equal(GoingOnEnd.Stopped, (await at.GoesOnAsync("G001"))!.EndedBy);
    }

    [Fact]
    public async Task GivenATrio_WhenOnlyTheThirdYesComes_ThenTheyGoOn()
    {
        await using var at = await LongerHost.StartAsync();
        await at.SayAsync("P3", Longer.Yes);
        await at.SayAsync("P4", Longer.Yes);
        Assert.Equal(["longer-ask p4", "longer-ask p5"], at.NewMails());
        Assert.Contains("a yes from Person P3 and Person P4 already", await at.PageAsync("P5"), StringComparison.Ordinal);
        await at.SayAsync("P5", Longer.Yes);
        Assert.Equal(["liaison-longer liaison", "longer-agreed p3", "longer-agreed p4", "longer-agreed p5"], at.NewMails());
    }

    [Fact]
    public async Task GivenTheCommitteeThatAsks_WhenBothSayYes_ThenTheyGoOn()
    {
        await using var at = await LongerHost.StartAsync();
        await at.AskAsync("G001");
        await at.AskAsync("G001");
        Assert.Equal(["longer-ask p1", "longer-ask p2"], at.NewMails());
        Assert.Contains("You and Person P2 can go on", (await at.MailAsync("longer-ask", "p1")).Text.Unwrapped(), StringComparison.Ordinal);
        await at.SayAsync("P1", Longer.Yes);
        await at.SayAsync("P2", Longer.Yes);
        Assert.Equal(["liaison-longer liaison", "longer-agreed p1", "longer-agreed p2"], at.NewMails());
    }

    [Fact]
    public async Task GivenAPairThatGoesOn_WhenOneIsErased_ThenTheOtherHearsAndItEnds()
    {
        await using var at = await LongerHost.StartAsync();
        await at.SayAsync("P1", Longer.Yes);
        await at.SayAsync("P2", Longer.Yes);
        at.NewMails();
        await at.LeaveAsync("P2");
        Assert.Equal(["longer-stopped p1"], at.NewMails());
        Assert.Equal(GoingOnEnd.Left, (await at.GoesOnAsync("G001"))!.EndedBy);
    }

    [Fact]
    public async Task GivenACohortThatWasTerminated_WhenTheNextMonthComes_ThenTheGroupsTimeEndsToo()
    {
        await using var at = await LongerHost.StartAsync();
        await at.SayAsync("P1", Longer.Yes);
        await at.SayAsync("P2", Longer.Yes);
        at.NewMails();
        await at.TerminateAsync();
        await at.UntilAsync(Dates.Prompts[0].AddHours(1));
        Assert.Equal(["longer-stopped p1", "longer-stopped p2"], at.NewMails());
        Assert.Equal(GoingOnEnd.Cancelled, (await at.GoesOnAsync("G001"))!.EndedBy);
    }
}
