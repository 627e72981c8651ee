using System.Net;
using System.Text.RegularExpressions;
using Ilnp.Approvals;
using Ilnp.Care.Questions;
using Ilnp.Committee.Acts;
using Ilnp.Committee.Groups.Actions;
using Ilnp.Committee.People;
using Ilnp.Committee.People.Actions;
using Ilnp.Continuing.Questions;
using Ilnp.Forms;
using Ilnp.Mail.Ledger;
using Ilnp.Programme;
using Ilnp.Tests.Pages;
using Ilnp.Tests.Texts;

namespace Ilnp.Tests.Committee.Acts;

/// <summary>
/// Every act about a person or a group, decided by two leads at once who saw the same: one does it, the other reads who did, and when.
/// </summary>
public sealed partial class TwoAtOnceTests(WebHostFixture web) : IClassFixture<WebHostFixture>
{
    public static TheoryData<string, bool> People { get; } = Names<PersonAction>("person-");

    public static TheoryData<string, bool> Groups { get; } = Names<GroupAction>("group-");

    [Theory]
    [MemberData(nameof(People))]
    public async Task GivenAnActAboutAPerson_WhenTwoLeadsDecideItAtOnce_ThenOneDoesItAndTheOtherReadsWho(string name, bool isForEach)
    {
        var action = web.Get<IEnumerable<PersonAction>>().Single(one => one.Name == name);
        Assert.Equal(isForEach, action.IsForEach);
        var id = await PreparedAsync(name);
        var settings = await web.Get<CohortStore>().GetAsync(id);
        var file = (await web.Get<PersonFiles>().ReadAsync(
            new(settings, settings.Member("lead")!, AppTexts.Shelf.In("en")), "P1", default))!;
        await PressBothAsync(id, $"/cohorts/{id}/people/P1", "P1", name, isForEach, action.Form, action.Filled(file));
    }

    [Theory]
    [MemberData(nameof(Groups))]
    public async Task GivenAnActAboutAGroup_WhenTwoLeadsDecideItAtOnce_ThenOneDoesItAndTheOtherReadsWho(string name, bool isForEach)
    {
        var action = web.Get<IEnumerable<GroupAction>>().Single(one => one.Name == name);
        Assert.Equal(isForEach, action.IsForEach);
        var id = await PreparedAsync(name);
        await PressBothAsync(id, $"/cohorts/{id}/groups/G001", "G001", name, isForEach, action.Form, FormReading.Empty);
    }

    async Task PressBothAsync(string id, string path, string subject, string name, bool isForEach, Form form, FormReading filled)
    {
        (string Name, string Member)[] leads = [("Ada Other", "other"), ("Zoë Lead", "lead")];
        var cookies = await Task.WhenAll(leads.Select(lead => CommitteeVisit.SignInAsync(web, id, lead.Member)));
        var ways = await Task.WhenAll(cookies.Select(cookie => WayAsync(path, cookie, name)));
        var before = (await DecidedAsync(id), await MailsAsync(id));

        var answers = await Task.WhenAll(
            cookies.Zip(ways).Select((one, lead) => PostAsync(one.Second, one.First, [.. Typed(form, filled, leads[lead].Name)])));

        var acts = (await web.Get<CommitteeActStore>().ListAsync(id, subject)).Where(act => act.Action == name).ToArray();
        if (isForEach)
        {
            Assert.All(answers, answer => Assert.Equal(HttpStatusCode.SeeOther, answer.Status));
            Assert.Equal(2, acts.Length);
            return;
        }

        Assert.Equal([HttpStatusCode.SeeOther, HttpStatusCode.Conflict], answers.Select(answer => answer.Status).Order());
        Assert.True(Assert.Single(acts).IsDone);
        Assert.InRange((await DecidedAsync(id)) - before.Item1, 0, 1);
        Assert.InRange((await MailsAsync(id)) - before.Item2, 0, 2);
        var (won, lost) = answers[0].Status == HttpStatusCode.SeeOther ? (0, 1) : (1, 0);
        Assert.Equal(leads[won].Member, acts[0].MemberId);
        Assert.Contains($"<bdi>{leads[won].Name}</bdi>", answers[lost].Html, StringComparison.Ordinal);

        // Pressed once more, each is told the same: the winner's is done, and not twice.
        var late = await PostAsync(ways[lost], cookies[lost], [.. Typed(form, filled, leads[lost].Name)]);
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains($"<bdi>{leads[won].Name}</bdi> was first", late.Html, StringComparison.Ordinal);
        Assert.Contains(DateText.At(acts[0].At, SampleCohort.Settings(id), "en"), late.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await PostAsync(ways[won], cookies[won], [.. Typed(form, filled, leads[won].Name)])).Status);
        Assert.Single(await web.Get<CommitteeActStore>().ListAsync(id, subject), act => act.Action == name);
    }

    /// <summary>Something for each question; two who correct a name write it differently.</summary>
    static IEnumerable<(string Name, string Value)> Typed(Form form, FormReading filled, string by)
    {
        foreach (var question in form.Questions)
            yield return (question.Key, question switch
            {
                ChoiceQuestion choice => choice.Options[0],
                _ when question.Key == FieldChange.Liaison => "other",
                _ when question.Key is FieldChange.Name or "note" => $"By {by}",
                _ => filled.Of(question.Key)[0],
            });
        yield return (PersonPages.Sure, "1");
    }

    async Task<string> WayAsync(string path, string cookie, string name)
    {
        var (_, html) = await CommitteeVisit.GetAsync(web, path, cookie);
        return WebUtility.HtmlDecode(Ways().Matches(html).First(way => way.Groups[2].Value == name).Groups[1].Value);
    }

    async Task<int> DecidedAsync(string id) => (await web.Get<DecisionStore>().ListAsync(id)).Sum(decision => decision.Version);

    async Task<int> MailsAsync(string id) => (await web.Get<MailLedger>().ListAsync(id)).Count(mail => mail.Key.PersonId == "P1");

    /// <summary>A cohort in which somebody, and their group, are as the act needs it.</summary>
    async Task<string> PreparedAsync(string name)
    {
        var id = $"c{Guid.NewGuid():N}"[..12];
        var settings = SampleCohort.Settings(id);
        CommitteeMember other = new()
        {
            Id = "other",
            Name = "Ada Other",
            Email = $"other@{id}.example",
            Roles = [CommitteeRole.Lead, CommitteeRole.Liaison],
            LiaisonLoad = 5,
        };
        IReadOnlyList<CommitteeMember> committee =
            [.. settings.Committee.Select(member => member.Id == "lead" ? member with { Name = "Zoë Lead" } : member), other];
        if (name == Longer.Name) settings = settings with { Dates = InTheLastMonth(settings.Dates) };
        await web.Get<CohortStore>().TryAddAsync(settings with { Committee = committee });
        var standing = name switch
        {
            "in-time" => Standing.HeldBack,
            "withdraw" or "stay" => Standing.Eligible,
            "ask-again" => Standing.Asked,
            "return" => Standing.Resting,
            _ => Standing.Active,
        };
        await PutAsync(id, standing);
        if (name == "ask-again") await AskAsync(id, "availability-P1", "availability");
        if (name == "return") await AskAsync(id, Comeback.DecisionId("G001", "P1"), Comeback.Name);
        if (name == "stay")
        {
            await PostAsync($"/cohorts/{id}/people/P1/do/withdraw?press=1", await CommitteeVisit.SignInAsync(web, id));
            web.Clock.Now = web.Clock.Now.AddMinutes(30); // a sign-in of another moment has a mail of its own
        }

        if (name == "dissolve")
            await web.Durable.ScheduleNewOrchestrationInstanceAsync(
                nameof(WaitingOrchestrator.HearDecisions),
                1,
                new Microsoft.DurableTask.StartOrchestrationOptions(InstanceIds.Group(id, "G001")));
        return id;
    }

    /// <summary>Five days ago its last month began.</summary>
    CohortDates InTheLastMonth(CohortDates dates)
    {
        var days = DateOnly.FromDateTime(web.Clock.Now.UtcDateTime).DayNumber - dates.Introduce.AddMonths(dates.Months - 1).DayNumber - 5;
        return dates with
        {
            Announce = dates.Announce.AddDays(days),
            ApplicationsClose = dates.ApplicationsClose.AddDays(days),
            AskAvailability = dates.AskAvailability.AddDays(days),
            AvailabilityCloses = dates.AvailabilityCloses.AddDays(days),
            Introduce = dates.Introduce.AddDays(days),
            MidSurvey = dates.MidSurvey.AddDays(days),
        };
    }

    async Task PutAsync(string id, Standing standing)
    {
        var group = standing == Standing.Active ? "G001" : null;
        IReadOnlyList<string> reasons = standing == Standing.HeldBack ? [ReasonCode.UnknownMoment] : [];
        await web.Get<PeopleStore>().TryAddAsync(
            SampleCohort.Person(id, "P1", "Ana Böhm", "DE", standing) with { GroupId = group, Reasons = reasons });
        await web.Get<PeopleStore>().TryAddAsync(SampleCohort.Person(id, "P2", "王小明", "CN", standing) with { GroupId = group });
        await web.Get<GroupStore>().TryAddAsync(new()
        {
            CohortId = id,
            GroupId = "G001",
            Members = ["P1", "P2"],
            Status = group is null ? GroupStatus.Proposed : GroupStatus.Active,
            LiaisonId = "liaison",
            FormedAt = web.Clock.Now.AddDays(-1),
        });
    }

    Task<Uri> AskAsync(string id, string decision, string form) => web.Get<DecisionLinks>().OpenAsync(new()
    {
        CohortId = id,
        DecisionId = decision,
        Form = form,
        SubjectId = "P1",
        ClosesAt = web.Clock.Now.AddDays(30),
    });

    async Task<(HttpStatusCode Status, string Html)> PostAsync(string path, string cookie, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
        };
        request.Headers.Add("Cookie", cookie);
        using var answer = await web.Client.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>All that there are; whoever adds one is tested, and needs somebody about whom it is possible.</summary>
    static TheoryData<string, bool> Names<T>(string prefix)
    {
        var data = new TheoryData<string, bool>();
        foreach (var type in typeof(T).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(T)) && !type.IsAbstract))
        {
            var form = (Form)type.GetField("Asked")!.GetValue(null)!;
            data.Add(form.Name[prefix.Length..], form.Name.EndsWith("-note", StringComparison.Ordinal));
        }

        return data;
    }

    [GeneratedRegex("href=\"(/cohorts/[^\"]+/do/([a-z-]+)[^\"]*)\"")]
    private static partial Regex Ways();
}
