using System.Net;
using AngleSharp.Html.Parser;
using Ilnp.Approvals;
using Ilnp.Committee.Acts;
using Ilnp.Continuing;
using Ilnp.Continuing.Questions;
using Ilnp.Programme;
using Ilnp.Tests.Committee;
using Ilnp.Tests.Own;
using Ilnp.Tests.Pages;

namespace Ilnp.Tests.Continuing;

/// <summary>The card of one's own page, and what the committee sees and asks.</summary>
public sealed class LongerPagesTests(WebHostFixture web) : IClassFixture<WebHostFixture>, IDisposable
{
    static readonly DateTimeOffset LastMonth = new(2020, 8, 20, 12, 0, 0, TimeSpan.Zero), Early = new(2020, 7, 20, 12, 0, 0, TimeSpan.Zero);
    static readonly DateTimeOffset Late = new(2020, 9, 20, 12, 0, 0, TimeSpan.Zero);

    readonly DateTimeOffset before = web.Clock.Now;

    public void Dispose() => web.Clock.Now = before;

    [Fact]
    public async Task GivenTheLastMonth_WhenTheCardIsRead_ThenItsButtonLeadsToTheQuestionAndNothingIsRecorded()
    {
        var cohort = await PairAsync(LastMonth);
        Assert.Contains("you and Kofi Mensah can go on for 3 months more", await CardAsync(cohort, "P1"), StringComparison.Ordinal);
        var link = await PressAsync(cohort, "P1", "wish");
        Assert.StartsWith("/d/", link, StringComparison.Ordinal);
        var (_, page) = await CommitteeVisit.GetAsync(web, link, null);
        Assert.Contains("Would you like to go on together?", page, StringComparison.Ordinal);
        Assert.Null((await web.Get<DecisionStore>().FindAsync(cohort, Longer.DecisionId("G001", "P1")))!.Choice);
    }

    [Theory]
    [InlineData(-1, 3)]
    [InlineData(1, 3)]
    [InlineData(0, 0)] // not offered
    public async Task GivenAnotherTimeOrNoOffer_WhenThePageIsOpened_ThenThereIsNoCardAndNoButton(int when, int months)
    {
        var cohort = await PairAsync(when < 0 ? Early : when > 0 ? Late : LastMonth, months);
        Assert.Null(await FindCardAsync(cohort, "P1"));
        Assert.Equal("/me", await PressAsync(cohort, "P1", "wish"));
    }

    [Theory]
    [InlineData("P1:yes", "P1", "You have said that you would like to go on.", "change")]
    [InlineData("P1:yes", "P2", "We have a yes from Wanjiru Kamau", "answer")]
    [InlineData("P1:yes P2:no", "P1", "It does not come about this time", null)]
    [InlineData("P1:yes P2:no", "P2", "You have said that you end with the programme.", "change")]
    public async Task GivenAnswers_WhenTheCardIsRead_ThenEachSeesHowItStands(string said, string reader, string expected, string? button)
    {
        var cohort = await PairAsync(LastMonth);
        foreach (var word in said.Split(' ')) await SayAsync(cohort, word.Split(':')[0], word.Split(':')[1]);
        var card = (await FindCardAsync(cohort, reader))!;
        Assert.Contains(expected, card.TextContent, StringComparison.Ordinal);
        Assert.Equal(button, card.QuerySelector("form")?.GetAttribute("action")?.Split('/')[^1]);
    }

    [Theory]
    [InlineData(null, "you go on together until Friday, 4 December 2020", "stop")]
    [InlineData(GoingOnEnd.Over, "You went on together until", null)]
    [InlineData(GoingOnEnd.Stopped, "The time that you had added ended on", null)]
    public async Task GivenAGroupThatGoesOn_WhenTheCardIsRead_ThenItSaysUntilWhenAndCanBeEnded(
        GoingOnEnd? end, string expected, string? button)
    {
        var cohort = await PairAsync(Late);
        await web.Get<GroupStore>().UpdateAsync(cohort, "G001", group => group with
        {
            GoesOn = new(LastMonth, new(LongerDates.Of(SampleCohort.Settings(cohort))!.Until, TimeSpan.Zero))
            {
                EndedBy = end,
                EndedAt = end is null ? null : Late,
            },
        });
        Assert.Contains(expected, await CardAsync(cohort, "P1"), StringComparison.Ordinal);
        var link = await PressAsync(cohort, "P1", "stop");
        Assert.Equal(button is not null, link.StartsWith("/d/", StringComparison.Ordinal));
        if (button is null) return;
        await web.Get<GroupStore>().UpdateAsync(
            cohort, "G001", group => group with { GoesOn = group.GoesOn! with { EndedAt = Late, EndedBy = GoingOnEnd.Stopped } });
        Assert.Contains("nothing more needs to be ended", (await CommitteeVisit.GetAsync(web, link, null)).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenSomebodyWhoWasErased_WhenTheOtherOpensTheQuestion_ThenItSaysThatTheGroupIsNotTogether()
    {
        var cohort = await PairAsync(LastMonth);
        var link = await PressAsync(cohort, "P1", "wish");
        await web.Get<PeopleStore>().ApplyAsync(
            cohort, "P2", person => Ilnp.Programme.PersonalData.ErasedPersonRule.Of(person, web.Clock.Now));
        Assert.Contains(
            "Your group is not together as it was", (await CommitteeVisit.GetAsync(web, link, null)).Html, StringComparison.Ordinal);
        Assert.Null(await FindCardAsync(cohort, "P1"));
    }

    [Fact]
    public async Task GivenALead_WhenTheyAsk_ThenItIsDoneOnceAndWrittenDownAndThePageSaysHowItStands()
    {
        var cohort = await PairAsync(LastMonth);
        var cookie = await CommitteeVisit.SignInAsync(web, cohort);
        var way = await WayAsync(cohort, cookie);
        Assert.NotNull(way);
        Assert.Contains(
            "the committee cannot decide it for them", (await CommitteeVisit.GetAsync(web, way, cookie)).Html, StringComparison.Ordinal);

        for (var press = 0; press < 2; press++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, way) { Content = new FormUrlEncodedContent([]) };
            request.Headers.Add("Cookie", cookie);
            using var pressed = await web.Client.SendAsync(request);
            Assert.Equal(
                (HttpStatusCode.SeeOther, $"/cohorts/{cohort}/groups/G001?done=longer"),
                (pressed.StatusCode, pressed.Headers.Location!.OriginalString));
        }

        Assert.Equal("longer", Assert.Single(await web.Get<CommitteeActStore>().ListAsync(cohort, "G001")).Action);
        await SayAsync(cohort, "P1", Longer.Yes);
        await SayAsync(cohort, "P2", Longer.No);
        var page = await GroupPageAsync(cohort, cookie);
        Assert.Contains("Wanjiru Kamau would like to go on", page, StringComparison.Ordinal);
        Assert.Contains("Kofi Mensah ends with the programme", page, StringComparison.Ordinal);
        Assert.Null(await WayAsync(cohort, cookie));
    }

    [Theory]
    [InlineData(null, "They go on until Friday, 4 December 2020")]
    [InlineData(GoingOnEnd.Over, "as agreed")]
    [InlineData(GoingOnEnd.Stopped, "one of them ended it on")]
    [InlineData(GoingOnEnd.Left, "one of them left for good")]
    [InlineData(GoingOnEnd.Cancelled, "it was broken off on")]
    public async Task GivenAGroupThatGoesOn_WhenTheCommitteeLooks_ThenThePageSaysSo(GoingOnEnd? end, string expected)
    {
        var cohort = await PairAsync(Late);
        await web.Get<GroupStore>().UpdateAsync(cohort, "G001", group => group with
        {
            GoesOn = new(LastMonth, new(LongerDates.Of(SampleCohort.Settings(cohort))!.Until, TimeSpan.Zero))
            {
                EndedBy = end,
                EndedAt = end is null ? null : Late,
            },
        });
        Assert.Contains(expected, await GroupPageAsync(cohort, await CommitteeVisit.SignInAsync(web, cohort)), StringComparison.Ordinal);
    }

    async Task<string> PairAsync(DateTimeOffset now, int months = 3)
    {
        web.Clock.Now = now;
        var cohort = $"c{Guid.NewGuid():N}"[..12];
        await web.Get<CohortStore>().TryAddAsync(SampleCohort.Settings(cohort).With(new ContinuingSettings { GoOnMonths = months }));
        foreach (var (id, name) in new[] { ("P1", "Wanjiru Kamau"), ("P2", "Kofi Mensah") })
            await web.Get<PeopleStore>().TryAddAsync(
                SampleCohort.Person(cohort, id, name, "KE", Standing.Active) with
                {
                    GroupId = "G001",
                    Email = $"{id}-{Guid.NewGuid():N}@library.example",
                });
        await web.Get<GroupStore>().PutManyAsync(
            cohort,
            [new()
            {
                CohortId = cohort,
                GroupId = "G001",
                Members = ["P1", "P2"],
                Status = GroupStatus.Completed,
                LiaisonId = "liaison",
                FormedAt = Early,
            }]);
        return cohort;
    }

    /// <summary>As recorded; nobody waits for it here.</summary>
    async Task SayAsync(string cohort, string person, string choice)
    {
        var circle = await web.Get<LongerCircles>().GetAsync(cohort, "G001");
        var question = circle.Question(circle.Members.Single(member => member.PersonId == person)) with
        {
            InstanceId = null,
            EventName = null,
        };
        await web.Get<DecisionLinks>().OpenAsync(question);
        var read = (await web.Get<DecisionStore>().ReadAsync(cohort, question.DecisionId, default))!;
        Assert.True(await web.Get<DecisionStore>().TryReplaceAsync(
            read,
            read.Value with
            {
                Choice = choice,
                Answers = new Dictionary<string, IReadOnlyList<string>> { ["choice"] = [choice] },
                AnsweredAt = web.Clock.Now,
                Version = 1,
            },
            default));
    }

    async Task<string> PressAsync(string cohort, string person, string action) =>
        await OwnVisit.PressAsync(web, await OwnVisit.OpenAsync(web, cohort, person), "longer", action);

    async Task<AngleSharp.Dom.IElement?> FindCardAsync(string cohort, string person)
    {
        var (_, html) = await CommitteeVisit.GetAsync(web, "/me", await OwnVisit.OpenAsync(web, cohort, person));
        return new HtmlParser().ParseDocument(html).QuerySelector("[data-card=longer]");
    }

    async Task<string> CardAsync(string cohort, string person) => (await FindCardAsync(cohort, person))!.TextContent;

    async Task<string> GroupPageAsync(string cohort, string cookie)
    {
        var (status, html) = await CommitteeVisit.GetAsync(web, $"/cohorts/{cohort}/groups/G001", cookie);
        Assert.Equal(HttpStatusCode.OK, status);
        return new HtmlParser().ParseDocument(html).Body!.TextContent;
    }

    /// <summary>The address of the action; null where it is not offered.</summary>
    async Task<string?> WayAsync(string cohort, string cookie) =>
        new HtmlParser().ParseDocument((await CommitteeVisit.GetAsync(web, $"/cohorts/{cohort}/groups/G001", cookie)).Html)
            .QuerySelector("a[href*='/do/longer']")?.GetAttribute("href");
}
