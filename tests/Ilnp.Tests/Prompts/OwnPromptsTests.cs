using AngleSharp.Html.Parser;
using Ilnp.Mail;
using Ilnp.Programme;
using Ilnp.Prompts;
using Ilnp.Prompts.Library;
using Ilnp.Tests.Committee;
using Ilnp.Tests.Mail;
using Ilnp.Tests.Own;
using Ilnp.Tests.Pages;

namespace Ilnp.Tests.Prompts;

/// <summary>A group's prompts are chosen once, mailed to all its members, and stand on their pages.</summary>
public sealed class OwnPromptsTests(WebHostFixture web) : IClassFixture<WebHostFixture>
{
    readonly PromptTexts texts = new();

    [Fact]
    public async Task GivenAPair_WhenBothAreWrittenToAndAgain_ThenTheyGetTheSameAndItStandsOnTheirPages()
    {
        var cohort = await PairAsync();
        await Task.WhenAll(SendAsync(cohort, "P1", 1), SendAsync(cohort, "P2", 1));
        var chosen = (await web.Get<GroupStore>().GetAsync(cohort, "G001")).Prompts[1];
        await SendAsync(cohort, "P1", 1);

        Assert.Equal(chosen, (await web.Get<GroupStore>().GetAsync(cohort, "G001")).Prompts[1]);
        var mails = await MailsAsync(cohort);
        string To(string name) => mails.Single(mail => mail.To[0].Name.StartsWith(name, StringComparison.Ordinal)).Text.Unwrapped();
        Assert.Equal(2, mails.Count);
        Assert.All(texts.Of(chosen, "en"), prompt => Assert.Contains(prompt.Text, To("Ana"), StringComparison.Ordinal));
        Assert.All(texts.Of(chosen, "es"), prompt => Assert.Contains(prompt.Text, To("Kofi"), StringComparison.Ordinal));

        var (card, page) = await PagesAsync(cohort, "P1", 1);
        Assert.Equal(string.Join(" · ", texts.Of(chosen, "en").Select(prompt => prompt.Title)), card);
        Assert.All(texts.Of(chosen, "en"), prompt => Assert.Contains(prompt.Title, page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task GivenSomebodyWithANewPartner_WhenTheNextMonthComes_ThenNothingOldComesAndTheOldStaysReadable()
    {
        var cohort = await PairAsync();
        await SendAsync(cohort, "P1", 1);
        var old = (await web.Get<GroupStore>().GetAsync(cohort, "G001")).Prompts[1];
        await web.Get<GroupStore>().UpdateAsync(cohort, "G001", group => group with { Status = GroupStatus.Dissolved });
        await web.Get<GroupStore>().TryAddAsync(Group(cohort, "G002", "P1", "P3"));
        await web.Get<PeopleStore>().TryAddAsync(Person(cohort, "P3", "Li Wei", "zh") with { GroupId = "G002" });
        await web.Get<PeopleStore>().UpdateAsync(cohort, "P1", person => person with { GroupId = "G002" });

        await SendAsync(cohort, "P1", 2);

        var chosen = (await web.Get<GroupStore>().GetAsync(cohort, "G002")).Prompts[2];
        Assert.Empty(chosen.Intersect(old));
        Assert.Equal(Stage.Beginning, PromptCatalogue.Find(chosen[0])!.Stage);
        var (card, page) = await PagesAsync(cohort, "P1", 1);
        Assert.Equal(string.Join(" · ", texts.Of(old, "en").Select(prompt => prompt.Title)), card);
        Assert.Contains("Li Wei", page, StringComparison.Ordinal);
    }

    Task SendAsync(string cohort, string person, int month) =>
        new PromptActivities(web.Get<PeopleStore>(), web.Get<PromptLetters>(), web.Get<Correspondence>())
            .SendPrompt(new(cohort, person, month));

    /// <summary>The card's line of a month, and the page that it leads to.</summary>
    async Task<(string Card, string Page)> PagesAsync(string cohort, string person, int month)
    {
        var before = web.Clock.Now;
        web.Clock.Now = new(2020, 6, 11, 12, 0, 0, TimeSpan.Zero);
        try
        {
            var cookie = await OwnVisit.OpenAsync(web, cohort, person);
            var own = new HtmlParser().ParseDocument((await CommitteeVisit.GetAsync(web, "/me", cookie)).Html);
            var line = own.QuerySelectorAll("[data-card=prompts] .lines > div").ElementAt(month - 1);
            Assert.Equal($"Month {month}", line.QuerySelector("dt")!.TextContent);
            Assert.EndsWith($"/me/prompts/{month}", line.QuerySelector("a")!.GetAttribute("href"), StringComparison.Ordinal);
            return (
                line.QuerySelector("dd")!.TextContent.Trim(), (await CommitteeVisit.GetAsync(web, $"/me/prompts/{month}", cookie)).Html);
        }
        finally
        {
            web.Clock.Now = before;
        }
    }

    async Task<IReadOnlyList<MailboxMail>> MailsAsync(string cohort)
    {
        var mails = new List<MailboxMail>();
        foreach (var entry in web.Mails("prompt"))
            if (await web.Get<LocalMailbox>().ReadAsync(entry.FileName) is { } mail
                && mail.To[0].Address.Contains(cohort, StringComparison.Ordinal))
                mails.Add(mail);
        return mails;
    }

    async Task<string> PairAsync()
    {
        var cohort = await web.CohortAsync();
        foreach (var person in new[] { Person(cohort, "P1", "Ana Silva", "en"), Person(cohort, "P2", "Kofi Mensah", "es") })
            await web.Get<PeopleStore>().TryAddAsync(person with { GroupId = "G001" });
        await web.Get<GroupStore>().TryAddAsync(Group(cohort, "G001", "P1", "P2"));
        return cohort;
    }

    static Group Group(string cohort, string id, params string[] members) =>
        new()
        {
            CohortId = cohort,
            GroupId = id,
            Members = members,
            Status = GroupStatus.Active,
            LiaisonId = "liaison",
            FormedAt = new(2020, 5, 4, 9, 0, 0, TimeSpan.Zero),
        };

    static Person Person(string cohort, string id, string name, string language) =>
        SampleCohort.Person(cohort, id, name, "KE", Standing.Active) with
        {
            MailLanguage = language,
            Email = $"{id.ToLowerInvariant()}-{cohort}@library.example",
        };
}
