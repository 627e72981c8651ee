using System.Net;
using System.Security.Cryptography;
using System.Text;
using Ilnp.Intake;
using Ilnp.Intake.Applying;
using Ilnp.Mail;
using Ilnp.Programme;
using Ilnp.Tests.Own;
using Ilnp.Tests.Pages;
using Ilnp.Tests.Texts;

namespace Ilnp.Tests.Intake.Applying;

/// <summary>Looked at before it is sent, saved for later, changed; and nobody is thrown away for looking like a program.</summary>
public sealed class ApplyStepsTests(WebHostFixture web) : IClassFixture<WebHostFixture>, IDisposable
{
    static readonly DateTimeOffset Open = new(2020, 3, 15, 12, 0, 0, TimeSpan.Zero);

    public void Dispose() => web.Clock.Now = new(2020, 4, 15, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task GivenAFilledForm_WhenItIsLookedAt_ThenItShowsWhatIsUnderstoodAndNothingIsSent()
    {
        var cohort = await CohortAsync();
        (string, string)[] fields =
            [.. ApplyVisit.Filled.Where(field => field.Name != "country"), ("country", "Alemania"), ApplyVisit.Opened(web, 60)];
        using var answer = await ApplyVisit.PressAsync(web, cohort, fields, ApplySteps.Review);
        var html = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        foreach (var words in new[] { "Is everything right?", ">Germany<", "German and English", "Metadata&#xA;Archives", "Europe/Berlin" })
            Assert.Contains(words, html, StringComparison.Ordinal);
        Assert.Contains("name=\"country\" value=\"Alemania\"", html, StringComparison.Ordinal);
        Assert.Empty(await web.Get<ApplicationStore>().ListAsync(cohort));
    }

    [Theory, InlineData("website", "https://library.example", 60), InlineData("website", "", 2), InlineData("nothing", "", null)]
    public async Task GivenSomebodyWhoLooksLikeAProgram_WhenTheySend_ThenOnePressMoreIsAskedForAndNothingIsLost(
        string field, string value, int? secondsAgo)
    {
        var cohort = await CohortAsync();
        List<(string Name, string Value)> fields = [.. ApplyVisit.Filled, (field, value)];
        if (secondsAgo is { } seconds) fields.Add(ApplyVisit.Opened(web, seconds));
        using var first = await ApplyVisit.PressAsync(web, cohort, fields, ApplySteps.Review);
        var shown = ApplyVisit.Shown(await first.Content.ReadAsStringAsync());
        using var second = await ApplyVisit.PressAsync(web, cohort, [.. ApplyVisit.Filled, shown], ApplySteps.Send);
        var again = await second.Content.ReadAsStringAsync();
        Assert.Contains("Please press once more", again, StringComparison.Ordinal);
        Assert.Empty(await web.Get<ApplicationStore>().ListAsync(cohort));

        using var third = await ApplyVisit.PressAsync(web, cohort, [.. ApplyVisit.Filled, ApplyVisit.Shown(again)], ApplySteps.Send);
        Assert.Equal(HttpStatusCode.SeeOther, third.StatusCode);
        await web.IntakeEndsAsync(cohort);
        Assert.Single(await web.Get<ApplicationStore>().ListAsync(cohort));
    }

    [Fact]
    public async Task GivenAProgramThatSendsAtOnce_WhenItDoes_ThenTheAnswersAreShownAndNotSent()
    {
        var (cohort, another) = (await CohortAsync(), await CohortAsync());
        using var elsewhere = await ApplyVisit.PressAsync(
            web, another, [.. ApplyVisit.Filled, ApplyVisit.Opened(web, 60)], ApplySteps.Review);
        foreach (var mark in new[] { (ApplySteps.Shown, "made-up"), ApplyVisit.Shown(await elsewhere.Content.ReadAsStringAsync()) })
        {
            using var answer = await ApplyVisit.PressAsync(web, cohort, [.. ApplyVisit.Filled, mark], ApplySteps.Send);
            Assert.Contains("Is everything right?", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        Assert.Empty(await web.Get<ApplicationStore>().ListAsync(cohort));
    }

    [Fact]
    public async Task GivenAnswersThatAreShown_WhenSomethingIsToBeChanged_ThenTheFormHasThemAll()
    {
        var cohort = await CohortAsync();
        using var answer = await ApplyVisit.PressAsync(web, cohort, ApplyVisit.Filled, ApplySteps.Change);
        AssertFilled(await answer.Content.ReadAsStringAsync(), "Germany");
    }

    [Fact]
    public async Task GivenAnUnfinishedForm_WhenSaved_ThenAMailedLinkOpensItAndNothingIsKept()
    {
        var (cohort, another) = (await CohortAsync(), await CohortAsync());
        var address = $"zoe-{cohort}@bibliothek.example";
        (string, string)[] begun = [("email", address), ("name", "Zoë Müller"), ("country", "Germany"), ("interests", "Metadata")];
        for (var press = 0; press < 5; press++)
        {
            using var saved = await ApplyVisit.PressAsync(web, cohort, begun, ApplySteps.Save);
            Assert.Contains("Your answers are saved in a link", await saved.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        var mails = await MailsAsync("application-unfinished", address);
        Assert.Equal(3, mails.Count);
        var path = mails[0].Text.Split('\n', ' ', '<', '>').First(word => word.Contains("/apply/", StringComparison.Ordinal))
            .Trim().Replace("http://localhost", "", StringComparison.Ordinal);
        var form = await web.Client.GetStringAsync(path);
        foreach (var words in new[]
        {
            $"value=\"{address}\"", "value=\"Zoë Müller\"", "value=\"Germany\"", "<option value=\"Metadata\" selected",
        })
            Assert.Contains(words, form, StringComparison.Ordinal);
        foreach (var broken in new[] { path.Replace(cohort, another, StringComparison.Ordinal), path[..^3], path + "A" })
            Assert.DoesNotContain(
                address, (await web.Client.GetStringAsync(broken)).Replace(broken, "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Empty(await web.Get<ApplicationStore>().ListAsync(cohort));
        Assert.Empty(await web.Get<PeopleStore>().ListAsync(cohort));
    }

    [Fact]
    public async Task GivenNoAddress_WhenSaved_ThenOnlyThatIsAskedFor()
    {
        using var answer = await ApplyVisit.PressAsync(web, await CohortAsync(), [("name", "Zoë")], ApplySteps.Save);
        var html = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("href=\"#q-email\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"#q-country\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenMoreThanALinkHolds_WhenSaved_ThenNothingIsMailedAndTheFormSaysWhatIsTooLong()
    {
        var cohort = await CohortAsync();
        var address = $"long-{cohort}@bibliothek.example";
        var random = new Random(7);
        var name = string.Concat(Enumerable.Range(0, 9000).Select(_ => (char)random.Next('a', 'z' + 1)));

        using var answer = await ApplyVisit.PressAsync(web, cohort, [("email", address), ("name", name)], ApplySteps.Save);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("href=\"#q-name\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(await MailsAsync("application-unfinished", address));
    }

    [Fact]
    public async Task GivenAnOpenPageOfOnesOwn_WhenTheFormIsOpened_ThenItHasTheAnswersAndNobodyElsesDoes()
    {
        var cohort = await CohortAsync();
        (string Name, string Value)[] fields =
            [.. ApplyVisit.Filled.Where(field => field.Name != "email"), ("email", $"zoe-{cohort}@bibliothek.example")];
        using var sent = await ApplyVisit.SendAsync(web, cohort, fields);
        await web.IntakeEndsAsync(cohort);
        var application = Assert.Single(await web.Get<ApplicationStore>().ListAsync(cohort));
        Assert.Equal(ApplicationForm.ConsentVersion, application.Consent);

        using var request = new HttpRequestMessage(HttpMethod.Get, $"/apply/{cohort}?lang=en");
        request.Headers.Add("Cookie", await OwnVisit.OpenAsync(web, cohort, application.PersonId!));
        using var own = await web.Client.SendAsync(request);
        AssertFilled(await own.Content.ReadAsStringAsync(), "Germany");
        Assert.DoesNotContain("Zoë", await web.Client.GetStringAsync($"/apply/{cohort}?lang=en"), StringComparison.Ordinal);
    }

    [Theory, InlineData("-"), InlineData("n/a"), InlineData("…")]
    public async Task GivenANameThatShowsNothing_WhenSent_ThenItIsAskedAgain(string name)
    {
        using var answer = await ApplyVisit.SendAsync(
            web, await CohortAsync(), [.. ApplyVisit.Filled.Where(field => field.Name != "name"), ("name", name)]);
        Assert.Contains("href=\"#q-name\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    /// <summary>What people agreed to must be known later: other words need another version, and a line of their own here.</summary>
    [Fact]
    public void GivenTheWordsThatAreAgreedTo_WhenTheyChange_ThenTheirVersionDoes()
    {
        var words = AppTexts.Shelf.In("en");
        var agreed = string.Join(
            '\n',
            new[] { "application.consent", "application.consent.hint", $"application.consent.{ApplicationForm.ConsentVersion}" }
                .Select(key => words[key]));
        Assert.Equal(
            ("1", "4e334c0e8e4d0bda"),
            (ApplicationForm.ConsentVersion, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(agreed)))[..16]));
    }

    static void AssertFilled(string html, string country)
    {
        string[] filled =
        [
            "value=\"Zoë Müller\"", $"value=\"{country}\"", "value=\"Europe/Berlin\"",
            "value=\"German\"", "value=\"English\"", "value=\"4\"",
            "<option value=\"Metadata\" selected", "<option value=\"Archives\" selected", "value=\"Academic library\" checked",
            "name=\"commit\" value=\"yes\" checked", "name=\"consent\" value=\"1\" checked",
        ];
        Assert.All(filled, words => Assert.Contains(words, html, StringComparison.Ordinal));
    }

    async Task<string> CohortAsync()
    {
        web.Clock.Now = Open;
        return await web.CohortAsync();
    }

    async Task<IReadOnlyList<MailboxMail>> MailsAsync(string template, string address)
    {
        var mails = new List<MailboxMail>();
        foreach (var entry in web.Mails(template))
            if (await web.Get<LocalMailbox>().ReadAsync(entry.FileName) is { } mail && mail.To[0].Address == address) mails.Add(mail);
        return mails;
    }
}
