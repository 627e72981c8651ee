using System.Globalization;
using Ilnp.Approvals;
using Ilnp.Programme;
using Ilnp.Tests.Approvals;
using Ilnp.Tests.Committee;
using Ilnp.Tests.Committee.Import;
using Ilnp.Tests.Intake;
using Ilnp.Tests.Own;
using Microsoft.Playwright;

namespace Ilnp.Tests.Pages;

/// <summary>Every page in Chromium, on a phone and on a desk, checked for accessibility. Pictures go to the build output.</summary>
public sealed class PagesInBrowserTests(WebHostFixture web, BrowserFixture browser)
    : IClassFixture<WebHostFixture>, IClassFixture<BrowserFixture>
{
    static readonly string Pictures = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "screenshots")).FullName;

    [Theory]
    [InlineData("match-approval")]
    [InlineData("duplicate")]
    [InlineData("availability")]
    [InlineData("agreement")]
    [InlineData("pulse")]
    [InlineData("nudge")]
    [InlineData("comeback")]
    [InlineData("liaison-silence")]
    [InlineData("liaison-mutual")]
    [InlineData("liaison-mismatch")]
    [InlineData("liaison-quiet")]
    [InlineData("lead-trouble")]
    [InlineData("trio-consent")]
    [InlineData("mid-survey")]
    [InlineData("final-survey")]
    public async Task GivenADecision_WhenItsPageIsShown_ThenEverybodyCanUseIt(string form)
    {
        var link = await DecisionAsync(form, "P1");
        await CheckAsync($"decision-{form}", link);
        await CheckAsync($"decision-{form}-mistakes", link, page => page.ClickAsync("main button[type=submit]"));
    }

    [Fact]
    public async Task GivenADecisionOfAnArabicReader_WhenShown_ThenThePageRunsFromRightToLeft()
    {
        var link = await DecisionAsync("availability", "P2");
        await CheckAsync("decision-arabic", link, async page =>
        {
            Assert.Equal(("ar", "rtl"), (await page.GetAttributeAsync("html", "lang"), await page.GetAttributeAsync("html", "dir")));
            var radio = (await page.Locator("#q-choice-1").BoundingBoxAsync())!;
            var label = (await page.Locator("label[for=q-choice-1]").BoundingBoxAsync())!;
            Assert.True(radio.X > label.X);
        });
    }

    [Fact]
    public async Task GivenNoScript_WhenSomebodyDecidesAndChangesTheirMind_ThenBothAreRecorded()
    {
        var link = await DecisionAsync("availability", "P1");
        var page = await browser.OpenAsync(script: false);
        await page.GotoAsync(new Uri(web.Address, link).AbsoluteUri);
        await page.CheckAsync("#q-choice-1");
        await page.ClickAsync("main button[type=submit]");
        Assert.Equal("recorded", await page.GetAttributeAsync("[data-state]", "data-state"));
        await page.ClickAsync("summary");
        await page.CheckAsync("#q-choice-2");
        await page.ClickAsync("main button[type=submit]");
        Assert.Contains("Not now, but next time", await page.InnerTextAsync("dl"), StringComparison.Ordinal);
        await CheckAsync("decision-recorded", link);
    }

    [Fact]
    public async Task GivenLinksThatDoNotOpen_WhenFollowed_ThenThePagesAreFriendly()
    {
        await CheckAsync("link-unknown", "/d/k1.AAAA");
        var link = await DecisionAsync("availability", "P1");
        var now = web.Clock.Now;
        web.Clock.Now = now.AddDays(11);
        await CheckAsync("decision-closed", link);
        web.Clock.Now = now.AddDays(60);
        await CheckAsync("link-expired", link);
        web.Clock.Now = now;
    }

    [Fact]
    public async Task GivenThePublicPages_WhenShown_ThenEverybodyCanUseThem()
    {
        var cohort = await web.CohortAsync();
        var now = web.Clock.Now;
        await CheckAsync("apply-closed", $"/apply/{cohort}");
        await CheckAsync("apply-done", $"/apply/{cohort}?done=1");
        await CheckAsync("sign-in", "/sign-in");
        web.Clock.Now = new(2020, 3, 15, 12, 0, 0, TimeSpan.Zero);
        await CheckAsync("landing", "/");
        await CheckAsync("apply", $"/apply/{cohort}");
        await CheckAsync("apply-review", $"/apply/{cohort}", FillAsync);
        await CheckAsync("apply-mistakes", $"/apply/{cohort}", page => page.ClickAsync("main button[type=submit]"));
        web.Clock.Now = now;
    }

    [Fact]
    public async Task GivenACohortUnderWay_WhenTheCommitteeLooks_ThenEverybodyCanUseItsPages()
    {
        var cohort = await UnderWayAsync();
        var cookie = await CommitteeVisit.SignInAsync(web, cohort);
        foreach (var page in new[]
        {
            "", "/groups", "/groups?need=word", "/groups/G001", "/groups/G001/do/hand-over", "/groups/G001/do/dissolve",
            "/groups/G003", "/people", "/people?q=zoe", "/people/P0", "/people/P0/do/correct", "/people/P0/do/note", "/matching",
            "/duplicates",
        })
            await CheckAsync($"committee{page.Replace('/', '-').Replace('?', '-')}", $"/cohorts/{cohort}{page}", cookie: cookie);
        await CheckAsync("committee-cohorts", "/cohorts", cookie: cookie);
        var reader = await CommitteeVisit.MailboxCookieAsync(web);
        await CheckAsync("mailbox", "/mailbox", cookie: reader);
        await CheckAsync("mailbox-mail", $"/mailbox/{web.Mails("sign-in")[0].FileName}", cookie: reader);
    }

    [Fact]
    public async Task GivenAFileOfApplications_WhenALeadLooksAtItAndImportsIt_ThenEverybodyCanUseItsPages()
    {
        var cohort = await UnderWayAsync();
        var cookie = await CommitteeVisit.SignInAsync(web, cohort);
        await CheckAsync("import", $"/cohorts/{cohort}/import", cookie: cookie);
        var export = await File.ReadAllBytesAsync(Samples.ExportPath);
        byte[] file = [.. export, .. "3/4/2020,zoe@library.example,Zoë,Narnia,,Klingon,,,many,perhaps,Yes,Yes,No\r\n"u8];
        var (_, preview) = await ImportVisit.ChooseAsync(web, cohort, cookie, file);
        await CheckAsync("import-preview", $"{preview}?stale=1&order=day&column9=", cookie: cookie);
        var (_, page) = await CommitteeVisit.GetAsync(web, preview, cookie);
        await ImportVisit.PressAsync(web, preview, cookie, page);
        await ImportVisit.EndedAsync(web, cohort);
        await CheckAsync("import-done", preview, cookie: cookie);
        await CheckAsync("import-old", $"/cohorts/{cohort}/import/0123456789abcdef", cookie: cookie);
    }

    [Fact]
    public async Task GivenNoScript_WhenALeadChoosesAFileThatIsNone_ThenThePageSaysWhatToDo()
    {
        var cohort = await web.CohortAsync();
        var cookie = (await CommitteeVisit.SignInAsync(web, cohort)).Split('=', 2);
        var page = await browser.OpenAsync(script: false);
        await page.Context.AddCookiesAsync([new() { Name = cookie[0], Value = cookie[1], Url = web.Address.AbsoluteUri }]);
        await page.GotoAsync(new Uri(web.Address, $"/cohorts/{cohort}/import").AbsoluteUri);

        await page.SetInputFilesAsync("#file", Chosen("%PDF-1.7"u8.ToArray()));
        await page.ClickAsync("main button[type=submit]");
        await page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, "import-refused.png"), FullPage = true });
        Assert.Contains("The file is a PDF", await page.InnerTextAsync("[role=alert]"), StringComparison.Ordinal);

        await page.SetInputFilesAsync("#file", Chosen(ImportVisit.File(ImportVisit.Row(2, "Rosa Quispe"))));
        await page.ClickAsync("main button[type=submit]");
        await page.SelectOptionAsync("select[aria-label^='Country']", "");
        await page.ClickAsync("button[name=sure]");
        Assert.Contains("Nothing was imported", await page.InnerTextAsync("[role=alert]"), StringComparison.Ordinal);
        await page.ClickAsync("button[name=sure]");
        await page.WaitForSelectorAsync("h1:text-matches('under way|is imported')");
        await ImportVisit.EndedAsync(web, cohort);
        await page.ReloadAsync();
        Assert.Equal("This file is imported", await page.InnerTextAsync("h1"));

        static FilePayload Chosen(byte[] file) => new() { Name = "answers.csv", MimeType = "text/csv", Buffer = file };
    }

    [Fact]
    public async Task GivenOnesOwnPage_WhenShown_ThenEverybodyCanUseIt()
    {
        var cohort = await UnderWayAsync();
        await CheckAsync("own-closed", "/me");
        await CheckAsync("own-confirm", await OwnVisit.LinkAsync(web, cohort, "P0"));
        await CheckAsync("own-key", await OwnVisit.KeyAsync(web, cohort, "P0"));
        await CheckAsync("own-pair", "/me", cookie: await OwnVisit.OpenAsync(web, cohort, "P3"));
        await CheckAsync("own-waiting", "/me", cookie: await OwnVisit.OpenAsync(web, cohort, "P6"));
    }

    [Fact]
    public async Task GivenWhatIsHeldOfSomebody_WhenShown_ThenEverybodyCanUseIt()
    {
        var cohort = await UnderWayAsync();
        var own = await OwnVisit.OpenAsync(web, cohort, "P3");
        foreach (var page in new[] { "data", "erase", "erased" }) await CheckAsync($"own-{page}", $"/me/{page}", cookie: own);
        var lead = await CommitteeVisit.SignInAsync(web, cohort);
        foreach (var page in new[] { "data", "erase", "erase?done=1" })
            await CheckAsync(
                $"person-{page.Replace("?done=1", "d", StringComparison.Ordinal)}", $"/cohorts/{cohort}/people/P3/{page}", cookie: lead);
        await CheckAsync("person-unknown", $"/cohorts/{cohort}/people/P99/data", cookie: lead);
    }

    [Fact]
    public async Task GivenANewCohort_WhenTheCommitteeLooks_ThenEmptyPagesSayWhatWillBeThere()
    {
        var cohort = await web.CohortAsync();
        var cookie = await CommitteeVisit.SignInAsync(web, cohort);
        foreach (var page in new[] { "", "/groups", "/people", "/matching" })
            await CheckAsync($"committee-empty{page.Replace('/', '-')}", $"/cohorts/{cohort}{page}", cookie: cookie);
    }

    /// <summary>By hand, up to the page that shows the answers.</summary>
    static async Task FillAsync(IPage page)
    {
        foreach (var (field, value) in new[]
        {
            ("email", "zoe@bibliothek.example"),
            ("name", "Zoë Müller-Lüdenscheidt von der Königlichen Bibliothek"),
            ("country", "Alemania"),
            ("years", "4"),
        })
            await page.FillAsync($"[name={field}]", value);
        await page.FillAsync("#q-languages-1", "Deutsch");
        await page.SelectOptionAsync("#q-interests-1", "Metadata");
        foreach (var choice in new[] { "q-library-1", "q-internet-1", "q-biweekly-1", "q-commit-1", "q-waited-2", "q-consent-1" })
            await page.CheckAsync($"#{choice}");
        await page.ClickAsync("main button[value=review]");
        Assert.Equal("Is everything right?", await page.InnerTextAsync("h1"));
    }

    async Task CheckAsync(string name, string path, Func<IPage, Task>? before = null, string? cookie = null)
    {
        foreach (var (width, dark) in new[] { (320, true), (375, false), (1280, true) })
        {
            var page = await browser.OpenAsync(width, dark);
            if (cookie is not null)
                await page.Context.AddCookiesAsync(
                    [new() { Name = cookie.Split('=', 2)[0], Value = cookie.Split('=', 2)[1], Url = web.Address.AbsoluteUri }]);
            await page.GotoAsync(new Uri(web.Address, path).AbsoluteUri);
            if (before is not null) await before(page);
            await page.TakePictureAsync(Path.Combine(Pictures, $"{name}-{width}.png"));
            var sideways = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            // The checker waits for ever for a frame in which no script may run; its title is checked here instead.
            foreach (var frame in await page.QuerySelectorAllAsync("iframe[sandbox]"))
            {
                Assert.NotEmpty(await frame.GetAttributeAsync("title") ?? "");
                await frame.EvaluateAsync("frame => frame.remove()");
            }

            Assert.True(sideways == 0, $"{name} at {width}: {sideways} px too wide");
            await page.IsSoundAsync($"{name} at {width}");
            await page.Context.CloseAsync();
        }
    }

    async Task<string> DecisionAsync(string form, string subject)
    {
        var cohort = await web.CohortAsync(
            SampleCohort.Person("", "P1", "María José Fernández de la Cruz", "MX"),
            SampleCohort.Person("", "P2", "عبد الله بن يوسف", "EG") with { MailLanguage = "ar" });
        if (form == "duplicate") await AskedDuplicate.KeepAsync(web, cohort);
        var link = await web.Get<DecisionLinks>().OpenAsync(new()
        {
            CohortId = cohort,
            DecisionId = form == "duplicate" ? "duplicate-P1-P2-lead" : $"{form}-{subject}",
            Form = form,
            SubjectId = form is "match-approval" or "duplicate"
                || form.StartsWith("lia", StringComparison.Ordinal) || form == "lead-trouble" ? "lead" : subject,
            ClosesAt = web.Clock.Now.AddDays(10),
            Facts = new Dictionary<string, string>
            {
                ["partners"] = "王小明",
                ["group"] = "G007",
                ["members"] = "Zoë Müller, 王小明",
                ["about"] = "王小明",
                ["others"] = "Zoë Müller",
                ["liaison"] = "Ada Lead",
                ["country"] = "Kenya",
                ["interests"] = "children's services",
                ["first"] = "row 12 (Zoë Müller)",
                ["second"] = "row 80 (Zoe Mueller)",
                ["why"] = "same name and country",
                ["pairs"] = "47",
                ["countries"] = "46",
            },
        });
        return link.PathAndQuery;
    }

    /// <summary>People, groups, open decisions and mails of a cohort in its middle.</summary>
    async Task<string> UnderWayAsync()
    {
        string[] names =
            ["Zoë Müller", "王小明", "عبد الله بن يوسف", "José Álvarez", "Anna Kuznetsova", "Kojo Abena Agbeko", "김민준", "Siobhán O’Brien"];
        string[] countries = ["DE", "CN", "EG", "MX", "RU", "GH", "KR", "IE"];
        Standing[] standings =
        [
            Standing.Active, Standing.Active, Standing.Active, Standing.Active,
            Standing.Available, Standing.Silent, Standing.Eligible, Standing.HeldBack,
        ];
        var people = names.Select((name, i) => SampleCohort.Person("", $"P{i}", name, countries[i], standings[i]) with
        {
            // As long as some are: a phone's page must not be wider for it.
            Email = $"magsaysay.nino-rowena.{i}@university-library.example.org",
            GroupId = i < 4 ? $"G00{i / 2 + 1}" : null,
        });
        var cohort = await web.CohortAsync([.. people]);
        await web.Get<GroupStore>().PutManyAsync(cohort,
        [
            Group(cohort, 1, GroupStatus.Active, "P0", "P1"), Group(cohort, 2, GroupStatus.Active, "P2", "P3"),
            Group(cohort, 3, GroupStatus.Dissolved, "P4", "P5"),
            Group(cohort, 4, GroupStatus.Proposed, "P4", "P6"),
        ]);
        foreach (var (form, subject) in new[]
        {
            ("match-approval", "lead"), ("liaison-silence", "liaison"), ("availability", "P0"), ("availability", "P1"), ("pulse", "P2"),
        })
        {
            var link = await web.Get<DecisionLinks>().OpenAsync(new()
            {
                CohortId = cohort,
                DecisionId = $"{form}-{subject}",
                Form = form,
                SubjectId = subject,
                ClosesAt = web.Clock.Now.AddDays(5),
            });
            if (subject == "P0")
                await web.Client.PostAsync(link.PathAndQuery, new FormUrlEncodedContent([KeyValuePair.Create("choice", "yes")]));
        }

        return cohort;
    }

    static Group Group(string cohort, int number, GroupStatus status, params string[] members) => new()
    {
        CohortId = cohort,
        GroupId = string.Create(CultureInfo.InvariantCulture, $"G{number:000}"),
        Members = members,
        Status = status,
        FormedAt = new(2020, 4, 14, 12, 0, 0, TimeSpan.Zero),
        LiaisonId = number == 4 ? null : number == 1 ? "lead" : "liaison",
        Reasons = [new("firstInterest", ["metadata"]), new("commonLanguage", ["en, fr"]), new("timeZone", ["9"])],
    };
}
