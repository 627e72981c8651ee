using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Ilnp.Approvals;
using Ilnp.Care.Questions;
using Ilnp.Programme;
using Ilnp.SecondPartners;
using Ilnp.SecondPartners.Questions;
using Ilnp.Tests.Committee;
using Ilnp.Tests.Own;
using Ilnp.Tests.Pages;

namespace Ilnp.Tests.SecondPartners;

/// <summary>The card of one's own page, and the pages that it leads to.</summary>
public sealed class SecondPagesTests(WebHostFixture web) : IClassFixture<WebHostFixture>, IDisposable
{
    static readonly DateTimeOffset SecondMonth = new(SecondPlay.Dates.Opens.AddDays(3), TimeSpan.Zero),
        Early = new(SecondPlay.Dates.Opens.AddDays(-3), TimeSpan.Zero),
        Late = new(SecondPlay.Dates.Pairs.AddDays(10), TimeSpan.Zero);

    readonly DateTimeOffset before = web.Clock.Now;

    public void Dispose() => web.Clock.Now = before;

    [Fact]
    public async Task GivenTheSecondMonth_WhenTheCardIsRead_ThenItsButtonLeadsToTheQuestionAndNothingIsRecorded()
    {
        var cohort = await PairsAsync(SecondMonth);
        var card = (await FindCardAsync(cohort, "P1"))!;
        Assert.Contains("You can keep Kofi Mensah and meet somebody else too", card.TextContent, StringComparison.Ordinal);
        Assert.Contains("until Thursday, 18 June 2020", card.TextContent, StringComparison.Ordinal);
        var link = await PressAsync(cohort, "P1", "wish");
        Assert.StartsWith("/d/", link, StringComparison.Ordinal);
        var asked = new HtmlParser().ParseDocument((await CommitteeVisit.GetAsync(web, link, null)).Html).Body!.TextContent;
        Assert.Contains("You keep Kofi Mensah.", Plain(asked), StringComparison.Ordinal);
        Assert.Null((await web.Get<DecisionStore>().FindAsync(cohort, Second.DecisionId("G001", "P1")))!.Choice);
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(1, true)]
    [InlineData(0, false)] // not offered
    public async Task GivenAnotherTimeOrNoOffer_WhenThePageIsOpened_ThenThereIsNoCardAndNoButton(int when, bool offered)
    {
        var cohort = await PairsAsync(when < 0 ? Early : when > 0 ? Late : SecondMonth, offered);
        Assert.Null(await FindCardAsync(cohort, "P1"));
        Assert.Equal("/me", await PressAsync(cohort, "P1", "wish"));
    }

    [Theory]
    [InlineData(Pulse.Heard, true)]
    [InlineData(Pulse.Trouble, false)]
    [InlineData(Pulse.Mismatch, false)]
    [InlineData(Pulse.NotYet, false)]
    [InlineData("pause-2", false)]
    [InlineData(Pulse.Leave, false)]
    public async Task GivenAMembersLastWord_WhenThePageIsOpened_ThenItIsOfferedOnlyWhereTheyAreInTouch(string word, bool isOffered)
    {
        var cohort = await PairsAsync(SecondMonth);
        var link = await PressAsync(cohort, "P1", "wish");
        await RecordAsync(cohort, Pulse.DecisionId("G001", 1, "P2"), Pulse.Form, "P2", word);
        Assert.Equal(isOffered, await FindCardAsync(cohort, "P1") is not null);
        Assert.Equal(isOffered, await PressAsync(cohort, "P1", "wish") != "/me");
        Assert.Equal(
            !isOffered,
            (await CommitteeVisit.GetAsync(web, link, null)).Html.Contains("nothing can be decided here", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("P1:wish", "P1", "We ask Kofi Mensah", "change")]
    [InlineData("P1:wish", "P2", "We have this wish from Wanjiru Kamau", "answer")]
    [InlineData("P1:wish P2:fine", "P1", "nobody of you minds", "change")]
    [InlineData("P1:wish P2:fine", "P2", "You wish no second partner", "change")]
    [InlineData("P1:wish P2:wish", "P2", "nobody of you minds", "change")]
    [InlineData("P1:wish P2:stay", "P1", "It does not come about as things stand", null)]
    [InlineData("P1:wish P2:stay", "P2", "You would rather stay as you are", "change")]
    public async Task GivenAnswers_WhenTheCardIsRead_ThenEachSeesHowItStands(string said, string reader, string expected, string? button)
    {
        var cohort = await PairsAsync(SecondMonth);
        foreach (var word in said.Split(' ')) await SayAsync(cohort, word.Split(':')[0], word.Split(':')[1]);
        var card = (await FindCardAsync(cohort, reader))!;
        Assert.Contains(expected, card.TextContent, StringComparison.Ordinal);
        Assert.Equal(button, card.QuerySelector("form")?.GetAttribute("action")?.Split('/')[^1]);
    }

    [Fact]
    public async Task GivenAPartnerWhoWouldRatherStay_WhenTheWisherOpensTheQuestion_ThenItSaysSoWithoutBlame()
    {
        var cohort = await PairsAsync(SecondMonth);
        var link = await PressAsync(cohort, "P1", "wish");
        await SayAsync(cohort, "P2", Second.Stay);
        var (_, page) = await CommitteeVisit.GetAsync(web, link, null);
        Assert.Contains("says nothing about your conversations", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenASecondPair_WhenTheCardIsRead_ThenTheFirstPartnerStaysAndTheSecondCanBeEndedAfterOneMoreQuestion()
    {
        var cohort = await PairsAsync(Late);
        await PairAsync(cohort, SecondPairStatus.Active);
        var cookie = await OwnVisit.OpenAsync(web, cohort, "P1");
        var card = (await CardAsync(cookie, "second"))!;
        Assert.Contains("you and Aiko Tanaka know each other", card.TextContent, StringComparison.Ordinal);
        Assert.NotNull(card.QuerySelector("a[href^='mailto:P3-']"));
        Assert.Contains("Kofi Mensah", (await CardAsync(cookie, "partner"))!.TextContent, StringComparison.Ordinal);

        var link = await OwnVisit.PressAsync(web, cookie, "second", "stop");
        var (_, asked) = await CommitteeVisit.GetAsync(web, link, null);
        Assert.Contains("End this second exchange?", asked, StringComparison.Ordinal);
        Assert.Equal(SecondPairStatus.Active, (await web.Get<SecondPairStore>().GetAsync(cohort, "S001")).Status);
        await PairAsync(cohort, SecondPairStatus.Ended);
        Assert.Contains("nothing more needs to be ended", (await CommitteeVisit.GetAsync(web, link, null)).Html, StringComparison.Ordinal);
        Assert.Equal("/me", await OwnVisit.PressAsync(web, cookie, "second", "stop"));
    }

    [Fact]
    public async Task GivenAPairThatTheLeadsLookAt_WhenThePageIsOpened_ThenItSaysUntilWhenAMailComesAndNotWhoItIs()
    {
        var cohort = await PairsAsync(new(SecondPlay.Dates.Pairs.AddDays(1), TimeSpan.Zero));
        await PairAsync(cohort, SecondPairStatus.Proposed);

        var card = (await FindCardAsync(cohort, "P1"))!.TextContent;

        Assert.Contains("you read in a mail by", card, StringComparison.Ordinal);
        Assert.DoesNotContain("Aiko", card, StringComparison.Ordinal);
        Assert.Null(await FindCardAsync(cohort, "P2"));
    }

    [Theory]
    [InlineData(SecondPairStatus.Proposed)] // nobody hears of it before the leads approve it
    [InlineData(SecondPairStatus.Ended)]
    [InlineData(SecondPairStatus.Dropped)]
    public async Task GivenASecondPairThatDoesNotRun_WhenThePageIsOpened_ThenThereIsNoCard(SecondPairStatus status)
    {
        var cohort = await PairsAsync(Late);
        await PairAsync(cohort, status);
        Assert.Null(await FindCardAsync(cohort, "P1"));
        Assert.Equal("/me", await PressAsync(cohort, "P1", "stop"));
    }

    [Fact]
    public async Task GivenSomebodyElse_WhenTheyPressTheButtonOfAPair_ThenItOpensNothing()
    {
        var cohort = await PairsAsync(Late);
        await PairAsync(cohort, SecondPairStatus.Active);
        Assert.Equal("/me", await PressAsync(cohort, "P2", "stop"));
    }

    [Theory]
    [InlineData(null, "One second pair waits|1 second pair waits")]
    [InlineData(SecondPairStatus.Dropped, "too late to decide this")]
    public async Task GivenALead_WhenTheQuestionIsOpened_ThenItSaysHowManyWaitOrThatItIsTooLate(SecondPairStatus? now, string expected)
    {
        var cohort = await PairsAsync(Late);
        await PairAsync(cohort, now ?? SecondPairStatus.Proposed);
        var settings = await web.Get<CohortStore>().GetAsync(cohort);
        var link = await web.Get<DecisionLinks>().OpenAsync(
            ApproveSeconds.Question(cohort, settings.Leads.First(), Late.AddDays(2), 1));
        var (_, page) = await CommitteeVisit.GetAsync(web, link.AbsolutePath, null);
        Assert.Contains(expected.Split('|'), text => page.Contains(text, StringComparison.Ordinal));
    }

    async Task<string> PairsAsync(DateTimeOffset now, bool offered = true)
    {
        web.Clock.Now = now;
        var cohort = $"c{Guid.NewGuid():N}"[..12];
        await web.Get<CohortStore>().TryAddAsync(
            SampleCohort.Settings(cohort).With(new SecondPartnersSettings { Offered = offered }));
        foreach (var (id, name, group) in new[]
        {
            ("P1", "Wanjiru Kamau", "G001"), ("P2", "Kofi Mensah", "G001"), ("P3", "Aiko Tanaka", "G002"), ("P4", "Ana Souza", "G002"),
        })
            await web.Get<PeopleStore>().TryAddAsync(
                SampleCohort.Person(cohort, id, name, "KE", Standing.Active) with
                {
                    GroupId = group,
                    Email = $"{id}-{Guid.NewGuid():N}@library.example",
                });
        await web.Get<GroupStore>().PutManyAsync(cohort, [Group(cohort, "G001", "P1", "P2"), Group(cohort, "G002", "P3", "P4")]);
        return cohort;
    }

    static Group Group(string cohort, string id, params string[] members) =>
        new() { CohortId = cohort, GroupId = id, Members = members, Status = GroupStatus.Active, LiaisonId = "liaison", FormedAt = Early };

    Task PairAsync(string cohort, SecondPairStatus status) => web.Get<SecondPairStore>().ReplaceAsync(
        cohort,
        [
            new()
            {
                CohortId = cohort,
                PairId = "S001",
                Members = ["P1", "P3"],
                Status = status,
                IntroducedAt = status is SecondPairStatus.Active or SecondPairStatus.Ended ? Late.AddDays(-3) : null,
            },
        ]);

    /// <summary>As recorded; nobody waits for it here.</summary>
    Task SayAsync(string cohort, string person, string choice) =>
        RecordAsync(cohort, Second.DecisionId("G001", person), Second.Name, person, choice);

    async Task RecordAsync(string cohort, string id, string form, string person, string choice)
    {
        await web.Get<DecisionLinks>().OpenAsync(new()
        {
            CohortId = cohort,
            DecisionId = id,
            Form = form,
            SubjectId = person,
            ClosesAt = new(SecondPlay.Dates.Pairs, TimeSpan.Zero),
        });
        var read = (await web.Get<DecisionStore>().ReadAsync(cohort, id, default))!;
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
        await OwnVisit.PressAsync(web, await OwnVisit.OpenAsync(web, cohort, person), "second", action);

    async Task<IElement?> FindCardAsync(string cohort, string person) =>
        await CardAsync(await OwnVisit.OpenAsync(web, cohort, person), "second");

    async Task<IElement?> CardAsync(string cookie, string card)
    {
        var (_, html) = await CommitteeVisit.GetAsync(web, "/me", cookie);
        return new HtmlParser().ParseDocument(Plain(html)).QuerySelector($"[data-card={card}]");
    }

    /// <summary>Without what keeps names of other scripts apart.</summary>
    static string Plain(string html) =>
        html.Replace("\u2068", "", StringComparison.Ordinal).Replace("\u2069", "", StringComparison.Ordinal);
}
