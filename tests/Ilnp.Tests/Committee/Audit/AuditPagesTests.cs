using System.Globalization;
using System.Net;
using System.Text;
using Azure.Data.Tables;
using Ilnp.Approvals;
using Ilnp.Care.Questions;
using Ilnp.Committee.Acts;
using Ilnp.Committee.Audit;
using Ilnp.Programme;
using Ilnp.Rights;
using Ilnp.Storage;
using Ilnp.Tests.Pages;
using Ilnp.Tests.Texts;

namespace Ilnp.Tests.Committee.Audit;

/// <summary>The page of who did what, and its file.</summary>
public sealed class AuditPagesTests(WebHostFixture web) : IClassFixture<WebHostFixture>
{
    [Fact]
    public async Task GivenAnAnswerThatWasChanged_WhenALeadLooks_ThenBothAreThereWithWhatStoodBefore()
    {
        var (cohort, cookie) = await CohortAsync();
        await AnswerAsync(cohort, "P1", Pulse.Heard);
        await AnswerAsync(cohort, "P1", Pulse.Trouble);

        var (status, html) = await CommitteeVisit.GetAsync(web, $"/cohorts/{cohort}/audit", cookie);
        var lines = await LinesAsync(cohort);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(2, lines.Count);
        Assert.Equal(("Ana Böhm", $"/cohorts/{cohort}/people/P1"), (lines[0].Who, lines[0].Path));
        Assert.StartsWith("changed the answer: ", lines[0].What, StringComparison.Ordinal);
        Assert.StartsWith("answered: ", lines[1].What, StringComparison.Ordinal);
        Assert.Equal((lines[1].After, ""), (lines[0].Before, lines[1].Before));
        Assert.NotEqual(lines[0].Before, lines[0].After);
        Assert.Contains(
            "2 things, the latest first.",
            WebUtility.HtmlDecode(html).Replace("<bdi>", "", StringComparison.Ordinal).Replace("</bdi>", "", StringComparison.Ordinal),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenAnswersWhoseRowsDoNotSayYetWhatIsShown_WhenALeadLooks_ThenTheLinesAreTheSame()
    {
        var (cohort, _) = await CohortAsync();
        await AnswerAsync(cohort, "P1", Pulse.Heard);
        await AnswerAsync(cohort, "P1", Pulse.Trouble);
        var lines = await LinesAsync(cohort);
        var rows = new RecordTable<RecordedAnswer>(web.Get<TableServiceClient>(), "Decisions");
        await rows.UpdateAllAsync(cohort, answer => answer with { Shown = null }, "t-");

        Assert.Equal(2, lines.Count);
        Assert.Equal(lines, await LinesAsync(cohort));
    }

    [Fact]
    public async Task GivenActsOfTheCommittee_WhenALeadLooks_ThenEachSaysWhoDidWhatToWhomAndWhatChanged()
    {
        var (cohort, _) = await CohortAsync();
        var now = web.Clock.Now;
        await ActAsync(cohort, new("P1", now, "lead", "correct") { Changes = [new(FieldChange.Country, "", "Brazil")] });
        await ActAsync(cohort, new("G001", now.AddMinutes(1), "lead", "hand-over") { Changes = [new(FieldChange.Liaison, "Ada", "José")] });
        await ActAsync(cohort, new("word", now.AddMinutes(2), "lead", "set") { Changes = [new("country", "", "BR")] });
        await ActAsync(cohort, new(cohort, now.AddMinutes(3), "lead", CohortActs.Import) { Changes = [new(FieldChange.Rows, "", "488")] });
        var left = new CommitteeMember { Id = "other", Name = "Ada Other", Email = "ada@library.example" };
        await ActAsync(cohort, new("committee", now.AddMinutes(3.5), "lead", "leave") { Member = new("other", left, null) });
        await ActAsync(cohort, new("question-abc", now.AddMinutes(3.6), "lead", "set") { Changes = [new("question", "", "country")] });
        await ActAsync(cohort, new("P1", now.AddMinutes(3.7), "lead", "leave"));
        await ActAsync(cohort, new("P2", now.AddMinutes(4), "gone", "note") { Note = "=1+1" }, isDone: false);
        web.Clock.Now = now.AddMinutes(5);

        var lines = await LinesAsync(cohort);

        Assert.Equal(
            [
                ("gone", "Write a note", "王小明", "", "=1+1", true),
                ("Zoë Müller", "End the participation", "Ana Böhm", "", "", false),
                ("Zoë Müller", "said what it means", "the question of the form", "", "country", false),
                ("Zoë Müller", "ended somebody's place in the committee", "Ada Other", "", "", false),
                ("Zoë Müller", "imported a file", "", "", "Rows: 488", false),
                ("Zoë Müller", "said what it means", "the word, and who wrote it", "", "country: Brazil", false),
                ("Zoë Müller", "Hand over to another liaison", "G001: Ana Böhm and 王小明", "Liaison: Ada", "Liaison: José", false),
                ("Zoë Müller", "Correct name, address, country, time zone or language", "Ana Böhm", "", "Country: Brazil", false),
            ],
            lines.Select(line => (line.Who, line.What, line.About, line.Before, line.After, line.IsHalf)));
    }

    [Fact]
    public async Task GivenAFilter_WhenALeadLooks_ThenOnlyWhatFitsIsShownAndTheFileHasTheSame()
    {
        var (cohort, cookie) = await CohortAsync();
        await AnswerAsync(cohort, "P1", Pulse.Heard);
        await AnswerAsync(cohort, "P2", Pulse.Heard);
        await ActAsync(cohort, new("P2", web.Clock.Now, "lead", "note") { Note = "=1+1" });
        var day = SampleCohort.Settings(cohort).Today(web.Clock.Now);

        Assert.Equal(3, await CountAsync(""));
        Assert.Equal(1, await CountAsync("?kind=committee"));
        Assert.Equal(2, await CountAsync("?kind=people"));
        Assert.Equal(2, await CountAsync("?q=王小明"));
        Assert.Equal(1, await CountAsync("?q=ana+bohm"));
        Assert.Equal(3, await CountAsync($"?from={Iso(day)}&until={Iso(day)}"));
        Assert.Equal(0, await CountAsync($"?until={Iso(day.AddDays(-1))}"));
        Assert.Equal(0, await CountAsync($"?from={Iso(day.AddDays(1))}&until={Iso(day)}"));
        Assert.Equal(3, await CountAsync("?from=yesterday&until=0000-99-99&kind=nobody"));

        using var request = new HttpRequestMessage(HttpMethod.Get, $"/cohorts/{cohort}/audit/file?kind=committee");
        request.Headers.Add("Cookie", cookie);
        using var answer = await web.Client.SendAsync(request);
        var file = await answer.Content.ReadAsByteArrayAsync();
        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(Encoding.UTF8.GetPreamble(), file[..3]);
        var rows = Encoding.UTF8.GetString(file[3..]).TrimEnd().Split('\n');
        Assert.Equal("When,Who,What,About,Before,Since then,State", rows[0]);
        Assert.EndsWith(",Zoë Müller,Write a note,王小明,,\"'=1+1\",done", Assert.Single(rows[1..]), StringComparison.Ordinal);

        async Task<int> CountAsync(string query)
        {
            var (_, html) = await CommitteeVisit.GetAsync(web, $"/cohorts/{cohort}/audit{query}", cookie);
            return html.Split("<tr>").Length is var parts and > 1 ? parts - 2 : 0;
        }
    }

    [Fact]
    public async Task GivenSomebodyWhoIsErased_WhenALeadLooks_ThenTheirAnswersAreGoneAndNobodyIsNamed()
    {
        var (cohort, cookie) = await CohortAsync();
        await AnswerAsync(cohort, "P1", Pulse.Heard);
        await AnswerAsync(cohort, "P2", Pulse.Heard);
        await ActAsync(cohort, new(cohort, web.Clock.Now, "lead", CohortActs.Erase));
        await web.Get<PersonRecords>().EraseAsync(new(cohort, "P1"), default);

        var (_, html) = await CommitteeVisit.GetAsync(web, $"/cohorts/{cohort}/audit", cookie);
        var lines = await LinesAsync(cohort);

        Assert.Equal(
            ["had a person's data erased", "王小明"],
            lines.Select(line => line.After.Length == 0 ? line.What : line.Who).Order(StringComparer.Ordinal));
        Assert.DoesNotContain("Ana B", WebUtility.HtmlDecode(html), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenALiaison_WhenTheyLook_ThenTheyAreToldToAskALead()
    {
        var (cohort, _) = await CohortAsync();
        await AnswerAsync(cohort, "P1", Pulse.Trouble);
        var cookie = await CommitteeVisit.SignInAsync(web, cohort, "liaison");

        foreach (var path in new[] { "audit", "audit/file" })
        {
            var (status, html) = await CommitteeVisit.GetAsync(web, $"/cohorts/{cohort}/{path}", cookie);
            Assert.Equal(HttpStatusCode.Forbidden, status);
            Assert.DoesNotContain("Böhm", html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void GivenEveryActOfTheCommittee_WhenItIsTold_ThenItHasWords()
    {
        var sources = Directory.EnumerateFiles(
            Path.Combine(TextShelfTests.RepositoryRoot(), "functions/Committee"), "*.cs", SearchOption.AllDirectories)
            .Where(file => File.ReadAllText(file) is var text
                && (text.Contains("DoOnceAsync(", StringComparison.Ordinal) || text.Contains("DoByOneAsync(", StringComparison.Ordinal)))
            .Select(Path.GetFileName);
        // Who writes an act down elsewhere gives it words in ActLines, and joins this list.
        Assert.Equal(
            [
                "BulkActivities.cs", "BulkPages.cs", "CommitteeActStore.cs", "DatesPresses.cs",
                "DoubtPresses.cs", "DraftStarter.cs", "FormSecretPages.cs", "GroupPages.cs", "ImportPages.cs",
                "MailingPresses.cs", "MatchingPages.cs", "MeetingPresses.cs", "MemberPresses.cs", "PersonDataPages.cs",
                "PersonPages.cs", "StoryPresses.cs", "StrayPresses.cs", "UnknownVisits.cs", "WordingPages.cs",
            ],
            sources.Order(StringComparer.Ordinal));
    }

    static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    async Task<IReadOnlyList<AuditLine>> LinesAsync(string cohort)
    {
        var settings = await web.Get<CohortStore>().GetAsync(cohort);
        var reader = new Ilnp.Committee.CommitteeReader(settings, settings.Committee[0], AppTexts.Shelf.In("en"));
        return await web.Get<AuditReading>().AllAsync(reader, AuditFilter.Of(_ => "", settings, web.Clock.Now), default);
    }

    Task ActAsync(string cohort, CommitteeAct act, bool isDone = true) => isDone
        ? web.Get<CommitteeActStore>().DoOnceAsync(cohort, $"{Guid.NewGuid()}", act, _ => Task.FromResult(true), default)
        : web.Get<CommitteeActStore>().BeginAsync(cohort, $"{Guid.NewGuid()}", act, default);

    async Task AnswerAsync(string cohort, string person, string choice)
    {
        var link = await web.Get<DecisionLinks>().OpenAsync(new()
        {
            CohortId = cohort,
            DecisionId = $"pulse-G001-1-{person}",
            Form = Pulse.Form,
            SubjectId = person,
            ClosesAt = web.Clock.Now.AddDays(30),
        });
        using var answer = await web.Client.PostAsync(
            link.PathAndQuery, new FormUrlEncodedContent([KeyValuePair.Create("choice", choice)]));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        web.Clock.Now = web.Clock.Now.AddMinutes(1);
    }

    /// <summary>One pair.</summary>
    async Task<(string Cohort, string Cookie)> CohortAsync()
    {
        var id = $"c{Guid.NewGuid():N}"[..12];
        await web.Get<CohortStore>().TryAddAsync(SampleCohort.Settings(id));
        foreach (var (i, name) in new[] { "Ana Böhm", "王小明" }.Index())
            await web.Get<PeopleStore>().TryAddAsync(
                SampleCohort.Person(id, $"P{i + 1}", name, "DE", Standing.Active) with { GroupId = "G001" });
        await web.Get<GroupStore>().PutManyAsync(
            id,
            [new()
            {
                CohortId = id,
                GroupId = "G001",
                Members = ["P1", "P2"],
                Status = GroupStatus.Active,
                LiaisonId = "liaison",
                FormedAt = web.Clock.Now,
            }]);
        return (id, await CommitteeVisit.SignInAsync(web, id));
    }
}
