using System.Net;
using Ilnp.Intake;
using Ilnp.Intake.Confirming;
using Ilnp.Mail;
using Ilnp.Programme;
using Ilnp.Tests.Own;
using Ilnp.Tests.Pages;

namespace Ilnp.Tests.Intake.Applying;

/// <summary>Somebody fills in the open form for an address that has applied already.</summary>
public sealed class ConfirmationTests(WebHostFixture web) : IClassFixture<WebHostFixture>, IDisposable
{
    static readonly DateTimeOffset Open = new(2020, 3, 15, 12, 0, 0, TimeSpan.Zero);

    public void Dispose() => web.Clock.Now = new(2020, 4, 15, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task GivenAnAddressThatApplied_WhenTheFormIsSentAgain_ThenItCountsOnlyWhenTheMailboxSaysSo()
    {
        var (cohort, address) = await AppliedAsync();
        await ApplyAsync(cohort, address, "Brazil");

        Assert.Equal("DE", (await PersonAsync(cohort)).Country);
        Assert.Equal(ApplicationOutcome.Unconfirmed, (await LatestAsync(cohort)).Outcome);
        var link = await LinkAsync(address);
        Assert.Contains("Are these your new answers?", await web.Client.GetStringAsync(link), StringComparison.Ordinal);
        Assert.Equal("DE", (await PersonAsync(cohort)).Country); // looking changes nothing

        await AnswerAsync(link, Confirmation.Confirm);
        Assert.Equal("BR", (await PersonAsync(cohort)).Country);
        Assert.Equal(ApplicationOutcome.Updated, (await LatestAsync(cohort)).Outcome);
        Assert.Equal(2, (await MailsAsync("application-received", address)).Count);
        await AnswerAsync(link, Confirmation.Confirm);
        Assert.Equal(2, (await MailsAsync("application-received", address)).Count);
    }

    [Fact]
    public async Task GivenAStranger_WhenTheMailboxSaysNo_ThenNothingChangesAndTheCommitteeHearsOfIt()
    {
        var (cohort, address) = await AppliedAsync();
        await ApplyAsync(cohort, address, "Brazil", "Somebody Else");
        Assert.Single(await web.Get<PeopleStore>().ListAsync(cohort));

        await AnswerAsync(await LinkAsync(address), Confirmation.Keep);

        Assert.Equal("DE", (await PersonAsync(cohort)).Country);
        Assert.Contains(
            await web.Get<IntakeProblemStore>().ListAsync(cohort),
            problem => problem.Words.Contains("not theirs", StringComparison.Ordinal));
    }

    [Fact]
    public async Task GivenTwoWhoShareAnAddress_WhenTheMailboxConfirms_ThenTheyAreTwoPeople()
    {
        var (cohort, address) = await AppliedAsync();
        await ApplyAsync(cohort, address, "Brazil", "Otieno Abara");
        await AnswerAsync(await LinkAsync(address), Confirmation.Confirm);
        Assert.Equal(
            ["Otieno Abara", "Zoë Müller"],
            (await web.Get<PeopleStore>().ListAsync(cohort)).Select(person => person.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task GivenFiftyPostsThatNameOneMailbox_WhenTheyCome_ThenItGetsAHandfulOfMails()
    {
        var (cohort, address) = await AppliedAsync();
        for (var post = 0; post < 49; post++)
            await ApplyAsync(
                cohort,
                address,
                "Brazil",
                post % 2 == 0 ? $"Zoë Müller-{(char)('A' + (post / 2))}" : $"Name{(char)('A' + (post / 2))} Stranger");

        Assert.Equal(50, (await web.Get<ApplicationStore>().ListAsync(cohort)).Count);
        Assert.Single(await web.Get<PeopleStore>().ListAsync(cohort));
        Assert.Equal(3, (await MailsAsync("application-change", address)).Count);
        Assert.Single(await MailsAsync("application-received", address));
        Assert.Contains(
            await web.Get<IntakeProblemStore>().ListAsync(cohort),
            problem => problem.Words.Contains("More changes came in a day", StringComparison.Ordinal));
    }

    [Fact]
    public async Task GivenAnOpenPageOfOnesOwn_WhenTheFormIsSent_ThenItCountsAtOnce()
    {
        var (cohort, address) = await AppliedAsync();
        var cookie = await OwnVisit.OpenAsync(web, cohort, (await PersonAsync(cohort)).PersonId);
        await ApplyAsync(cohort, address, "Brazil", cookie: cookie);
        Assert.Equal("BR", (await PersonAsync(cohort)).Country);
        Assert.Empty(await MailsAsync("application-change", address));
    }

    [Fact]
    public async Task GivenTheSameAnswersAgain_WhenAnHourHasPassed_ThenNobodyIsAsked()
    {
        var (cohort, address) = await AppliedAsync();
        web.Clock.Now = Open.AddHours(2);
        await ApplyAsync(cohort, address, "Germany");
        Assert.Empty(await MailsAsync("application-change", address));
    }

    [Theory]
    [InlineData("Zoë Müller-Ødegård", true)]
    [InlineData("J.R.R. O’Neill, Jr.", true)]
    [InlineData("عبد الله محمد", true)]
    [InlineData("王小明", true)]
    [InlineData("श्रीमती प्रियंका शर्मा", true)]
    [InlineData("Visit example.org now", false)]
    [InlineData("www.example", false)]
    [InlineData("Win 1000 dollars", false)]
    [InlineData("Dear friend, you have won a prize, please write to me today", false)]
    [InlineData("https://example.org", false)]
    [InlineData("<b>Zoë</b>", false)]
    public void GivenWhatStandsAsAName_WhenAStrangerMayHaveWrittenIt_ThenOnlyANameIsGreeted(string name, bool isName) =>
        Assert.Equal(isName ? name : "zoe@example.org", PlainName.Of(name, "zoe@example.org"));

    /// <summary>A cohort in which one person has applied, who lives in Germany.</summary>
    async Task<(string Cohort, string Address)> AppliedAsync()
    {
        web.Clock.Now = Open;
        var cohort = await web.CohortAsync();
        var address = $"zoe-{cohort}@bibliothek.example";
        await ApplyAsync(cohort, address, "Germany");
        return (cohort, address);
    }

    async Task ApplyAsync(string cohort, string address, string country, string name = "Zoë Müller", string? cookie = null)
    {
        web.Clock.Now = web.Clock.Now.AddMinutes(1);
        (string Name, string Value)[] fields =
        [
            ("email", address), ("name", name), ("country", country), ("timezone", "Europe/Berlin"),
            ("languages", "German"), ("languages", "English"), ("languages", ""),
            ("interests", "Metadata"), ("interests", "Archives"), ("interests", ""), ("library", "Academic library"), ("years", "4"),
            ("internet", "yes"), ("biweekly", "yes"), ("commit", "yes"), ("waited", "no"), ("consent", "1"),
        ];
        using var answer = await ApplyVisit.SendAsync(web, cohort, fields, cookie);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        await web.IntakeEndsAsync(cohort);
    }

    async Task AnswerAsync(string link, string choice)
    {
        using var answer = await web.Client.PostAsync(link, new FormUrlEncodedContent([KeyValuePair.Create("choice", choice)]));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
    }

    async Task<Person> PersonAsync(string cohort) => Assert.Single(await web.Get<PeopleStore>().ListAsync(cohort));

    async Task<Application> LatestAsync(string cohort) =>
        (await web.Get<ApplicationStore>().ListAsync(cohort)).MaxBy(application => application.ReceivedAt)!;

    /// <summary>Path of the link in the mail that asks.</summary>
    async Task<string> LinkAsync(string address) =>
        (await MailsAsync("application-change", address))[^1].Text.Split('\n', ' ', '<', '>')
            .First(word => word.Contains("/d/", StringComparison.Ordinal))
            .Replace("http://localhost", "", StringComparison.Ordinal).Trim();

    async Task<IReadOnlyList<MailboxMail>> MailsAsync(string template, string address)
    {
        var mails = new List<MailboxMail>();
        foreach (var entry in web.Mails(template))
            if (await web.Get<LocalMailbox>().ReadAsync(entry.FileName) is { } mail && mail.To[0].Address == address) mails.Add(mail);
        return mails;
    }
}
