using Ilnp.Programme;
using Ilnp.SecondPartners;
using Ilnp.SecondPartners.Questions;
using Ilnp.Tests.Mail;

namespace Ilnp.Tests.SecondPartners;

/// <summary>Second partners in simulated time, from the first wish to the end: what people read.</summary>
public sealed class SecondStoryTests
{
    static readonly SecondDates Dates = SecondHost.Dates;

    [Fact]
    public async Task GivenTwoWhoWish_WhenTheirPartnersDoNotMindAndALeadApproves_ThenTheyMeetAndKeepTheirFirstPartners()
    {
        await using var at = await SecondHost.StartAsync();
        await at.SayAsync("P1", Second.Wish);
        Assert.Equal(["second-ask p2"], at.NewMails());
        var asked = (await at.MailAsync("second-ask", "p2")).Text.Unwrapped();
        Assert.Contains("Person P1 would like to keep you", asked, StringComparison.Ordinal);
        await at.SayAsync("P3", Second.Wish);
        await at.SayAsync("P2", Second.Fine);
        await at.SayAsync("P4", Second.Fine);
        await at.SayAsync("P4", Second.Fine); // pressed twice
        Assert.Equal(["second-ask p4"], at.NewMails());

        await at.UntilAsync(Dates.Pairs.AddHours(1));
        Assert.Equal(["lead-seconds lead"], at.NewMails());
        Assert.Contains("Person P1", (await at.MailAsync("lead-seconds", "lead")).Text.Unwrapped(), StringComparison.Ordinal);
        await at.DecideAsync(ApproveSeconds.Approve);
        await at.PassAsync(TimeSpan.FromDays(1));
        Assert.Equal(["second-introduction p1"], at.NewMails().Where(mail => !mail.StartsWith("decision", StringComparison.Ordinal)));
        var introduced = await at.MailAsync("second-introduction", "p1");
        Assert.Equal([$"p1@{at.Cohort}.example", $"p3@{at.Cohort}.example"], introduced.To.Select(to => to.Address).Order());
        var pair = Assert.Single(await at.PairsAsync());
        Assert.Equal(SecondPairStatus.Active, pair.Status);
        Assert.Equal(["P1", "P3"], pair.Members.Order());
        Assert.Equal("G001", (await at.Get<PeopleStore>().GetAsync(at.Cohort, "P1")).GroupId);

        await at.StopAsync("P3", StopSecond.Keep);
        Assert.Empty(at.NewMails());
        await at.StopAsync("P3");
        Assert.Equal(["second-ended p1", "second-ended p3"], at.NewMails());
        await at.StopAsync("P1"); // after the other
        await at.UntilAsync(Dates.End);
        Assert.Empty(at.NewMails());
        Assert.Equal(SecondPairStatus.Ended, Assert.Single(await at.PairsAsync()).Status);
        Assert.Equal(GroupStatus.Active, (await at.Get<GroupStore>().GetAsync(at.Cohort, "G001")).Status);
    }

    [Fact]
    public async Task GivenAPartnerWhoWouldRatherStay_WhenTheySaySo_ThenTheWisherHearsItOnceAndNobodyOfThePairGetsOne()
    {
        await using var at = await SecondHost.StartAsync();
        await at.SayAsync("P3", Second.Wish);
        await at.SayAsync("P4", Second.Wish);
        await at.SayAsync("P1", Second.Wish);
        await at.SayAsync("P2", Second.Stay);
        Assert.Equal(["second-ask p2", "second-ask p4", "second-none p1"], at.NewMails());
        var told = (await at.MailAsync("second-none", "p1")).Text.Unwrapped();
        Assert.Contains("says nothing about your conversations", told, StringComparison.Ordinal);

        await at.UntilAsync(Dates.Pairs.AddHours(1));
        Assert.Equal(["second-none p3", "second-none p4"], at.NewMails()); // those two have nobody but each other
        Assert.Contains("nobody who fits", (await at.MailAsync("second-none", "p3")).Text.Unwrapped(), StringComparison.Ordinal);
        Assert.Empty(await at.PairsAsync());
    }

    [Fact]
    public async Task GivenATrioInWhichOneIsSilent_WhenTheTimeIsOver_ThenThereWasOneReminderAndTheWisherIsTold()
    {
        await using var at = await SecondHost.StartAsync();
        await at.SayAsync("P5", Second.Wish);
        Assert.Equal(["second-ask p6", "second-ask p7"], at.NewMails());
        await at.SayAsync("P6", Second.Fine);
        await at.UntilAsync(Dates.Remind.AddHours(1));
        Assert.Equal(["second-ask p7"], at.NewMails());
        await at.UntilAsync(Dates.Pairs.AddHours(1));
        Assert.Equal(["second-none p5"], at.NewMails());
        await at.SayAsync("P7", Second.Fine); // too late
        await at.PassAsync(TimeSpan.FromDays(9));
        Assert.Empty(at.NewMails());
    }

    [Fact]
    public async Task GivenAWish_WhenItIsTakenBackInTime_ThenNobodyIsPairedWithThem()
    {
        await using var at = await SecondHost.StartAsync();
        await at.SayAsync("P1", Second.Wish);
        await at.SayAsync("P2", Second.Fine);
        await at.SayAsync("P3", Second.Wish);
        await at.SayAsync("P4", Second.Fine);
        await at.SayAsync("P1", Second.Fine);
        at.NewMails();
        await at.UntilAsync(Dates.Pairs.AddHours(1));
        Assert.Equal(["second-none p3"], at.NewMails());
    }

    [Theory]
    [InlineData(null)]
    [InlineData(ApproveSeconds.Refuse)]
    public async Task GivenNoApproval_WhenDecidedOrTheTimeIsOver_ThenBothHearThatItDoesNotComeAbout(string? choice)
    {
        await using var at = await WishedAsync();
        if (choice is not null) await at.DecideAsync(choice);
        at.NewMails();
        await at.UntilAsync(Dates.Decides.AddHours(1));
        var told = (await at.MailAsync("second-none", "p1")).Text.Unwrapped();
        Assert.Contains("could not be arranged", told, StringComparison.Ordinal);
        Assert.DoesNotContain("Person P3", told, StringComparison.Ordinal);
        Assert.Equal(SecondPairStatus.Dropped, Assert.Single(await at.PairsAsync()).Status);
        if (choice is null)
            Assert.Equal(["lead-seconds lead", "lead-seconds-lapsed lead", "second-none p1", "second-none p3"], at.NewMails());
        if (choice is null) await at.DecideAsync(ApproveSeconds.Approve); // too late
        await at.PassAsync(TimeSpan.FromDays(2));
        Assert.DoesNotContain(at.NewMails(), mail => mail.StartsWith("second-introduction", StringComparison.Ordinal));
    }

    [Fact]
    public async Task GivenSomebodyWhoLeft_WhenALeadApproves_ThenNobodyIsIntroducedAndTheOtherIsTold()
    {
        await using var at = await WishedAsync();
        await at.StandAsync("P3", Standing.Left);
        at.NewMails();
        await at.DecideAsync(ApproveSeconds.Approve);
        await at.PassAsync(TimeSpan.FromDays(1));
        Assert.Contains("second-none p1", at.NewMails());
        Assert.Equal(SecondPairStatus.Dropped, Assert.Single(await at.PairsAsync()).Status);
    }

    [Theory]
    [InlineData(true)] // begins to be erased
    [InlineData(false)] // leaves the cohort in any other way
    public async Task GivenASecondPair_WhenOneOfThemGoes_ThenTheOtherIsToldKindly(bool isForGood)
    {
        await using var at = await WishedAsync();
        await at.DecideAsync(ApproveSeconds.Approve);
        await at.PassAsync(TimeSpan.FromDays(1));
        at.NewMails();
        if (isForGood) await at.LeaveAsync("P3");
        else await at.StandAsync("P3", Standing.Left);
        await at.PassAsync(isForGood ? TimeSpan.FromMinutes(5) : TimeSpan.FromDays(3));
        Assert.Equal(["second-ended p1"], at.NewMails());
        Assert.Contains(
            "it is nothing that you did", (await at.MailAsync("second-ended", "p1")).Text.Unwrapped(), StringComparison.Ordinal);
        Assert.Equal(SecondPairStatus.Ended, Assert.Single(await at.PairsAsync()).Status);
    }

    /// <summary>P1 and P3 wish one, their partners do not mind, and the leads are asked.</summary>
    static async Task<SecondHost> WishedAsync()
    {
        var at = await SecondHost.StartAsync();
        await at.SayAsync("P1", Second.Wish);
        await at.SayAsync("P2", Second.Fine);
        await at.SayAsync("P3", Second.Wish);
        await at.SayAsync("P4", Second.Fine);
        await at.UntilAsync(Dates.Pairs.AddHours(1));
        return at;
    }
}
