using System.Net;
using System.Text.RegularExpressions;
using Ilnp.Care.Weeks;
using Ilnp.Committee.Acts;
using Ilnp.Mail;
using Ilnp.Programme;
using Ilnp.Tests.Mail;
using Ilnp.Tests.Pages;
using Microsoft.Extensions.DependencyInjection;
using Group = Ilnp.Programme.Group;

namespace Ilnp.Tests.Committee.Members;

/// <summary>A liaison chooses how introductions reach them, and reads of new groups in the weekly letter instead.</summary>
public sealed partial class IntroductionsPagesTests(WebHostFixture web) : IClassFixture<WebHostFixture>
{
    [Fact]
    public async Task GivenALiaison_WhenTheyChooseTheWeeklyLetter_ThenItIsWrittenDownOnceAndCanBeTakenBack()
    {
        var (cohort, cookie) = await CohortAsync();
        var (way, how) = Button(await ListAsync(cohort, cookie));
        Assert.Equal("weekly", how);

        for (var press = 0; press < 2; press++) Assert.Equal(HttpStatusCode.SeeOther, await PressAsync(way, cookie, how));

        Assert.True((await LiaisonAsync(cohort)).IntroductionsWeekly);
        var list = await ListAsync(cohort, cookie);
        Assert.Contains("You read of new groups in your weekly letter", list, StringComparison.Ordinal);
        Assert.Contains("how introductions reach José Álvarez was changed", list, StringComparison.Ordinal);
        Assert.Equal(
            [("liaison", "introductions", true)],
            (await web.Get<CommitteeActStore>().ListAsync(cohort, "committee")).Select(act => (act.MemberId, act.Action, act.IsDone)));
        var (back, each) = Button(list);
        Assert.Equal(("each", HttpStatusCode.SeeOther), (each, await PressAsync(back, cookie, each)));
        Assert.False((await LiaisonAsync(cohort)).IntroductionsWeekly);
    }

    [Fact]
    public async Task GivenSomebodyElse_WhenTheyPressForALiaison_ThenNothingIsChanged()
    {
        var (cohort, cookie) = await CohortAsync();
        var (way, how) = Button(await ListAsync(cohort, cookie));
        var lead = await CommitteeVisit.SignInAsync(web, cohort);

        Assert.DoesNotContain("/liaison/introductions", await ListAsync(cohort, lead), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, await PressAsync(way, lead, how));
        Assert.False((await LiaisonAsync(cohort)).IntroductionsWeekly);
    }

    [Fact]
    public async Task GivenTheWeeklyLetter_WhenItIsWritten_ThenEachNewGroupStandsInOneOfThem()
    {
        var (cohort, cookie) = await CohortAsync();
        var (way, how) = Button(await ListAsync(cohort, cookie));
        await PressAsync(way, cookie, how);
        var weeks = ActivatorUtilities.CreateInstance<LiaisonWeekActivities>(web.Services);
        var introduced = new ProgrammeCalendar(SampleCohort.Settings(cohort)).Introduce;
        var before = web.Clock.Now;

        web.Clock.Now = new(introduced.AddDays(3), TimeSpan.Zero);
        await weeks.WriteLiaisonWeek(new(cohort, "liaison", 1));
        web.Clock.Now = web.Clock.Now.AddDays(1);
        await FormAsync(cohort, "G002", "P3", "P4", round: 2);
        // A downtime lies between the letters: the group is older than a week by then, and stands in the next letter even so.
        web.Clock.Now = web.Clock.Now.AddDays(15);
        foreach (var number in new[] { 2, 3 })
        {
            await weeks.WriteLiaisonWeek(new(cohort, "liaison", number));
            web.Clock.Now = web.Clock.Now.AddDays(7);
        }

        web.Clock.Now = before;

        var letters = await LettersAsync(cohort);
        Assert.Equal(["G001", "G002", ""], letters.Select(New));
    }

    [Fact]
    public async Task GivenALiaisonWithCopies_WhenTheWeeklyLetterIsWritten_ThenItIsAsItWas()
    {
        var (cohort, _) = await CohortAsync();
        await ActivatorUtilities.CreateInstance<LiaisonWeekActivities>(web.Services).WriteLiaisonWeek(new(cohort, "liaison", 1));

        Assert.Equal([""], (await LettersAsync(cohort)).Select(New));
    }

    /// <summary>Groups that a letter tells of as new.</summary>
    static string New(MailboxMail letter)
    {
        var text = letter.Text.Unwrapped();
        var from = text.IndexOf("New since your last letter", StringComparison.OrdinalIgnoreCase);
        if (from < 0) return "";
        var part = text[from..];
        var until = part.IndexOf("are well", StringComparison.OrdinalIgnoreCase);
        return string.Join(' ', GroupId().Matches(until < 0 ? part : part[..until]).Select(match => match.Groups[1].Value).Distinct());
    }

    async Task<(string Cohort, string Cookie)> CohortAsync()
    {
        var cohort = await web.CohortAsync([.. new[] { "P1", "P2", "P3", "P4" }
            .Select(id => SampleCohort.Person("", id, $"Person {id}", "DE", Standing.Active))]);
        await FormAsync(cohort, "G001", "P1", "P2", round: 1);
        return (cohort, await CommitteeVisit.SignInAsync(web, cohort, "liaison"));
    }

    Task FormAsync(string cohort, string group, string one, string other, int round) => web.Get<GroupStore>().TryAddAsync(new Group
    {
        CohortId = cohort,
        GroupId = group,
        Members = [one, other],
        Status = GroupStatus.Active,
        LiaisonId = "liaison",
        Round = round,
        FormedAt = web.Clock.Now,
    });

    async Task<CommitteeMember> LiaisonAsync(string cohort) => (await web.Get<CohortStore>().FindNowAsync(cohort))!.Member("liaison")!;

    async Task<string> ListAsync(string cohort, string cookie) =>
        WebUtility.HtmlDecode((await CommitteeVisit.GetAsync(web, $"/cohorts/{cohort}/committee", cookie)).Html);

    async Task<HttpStatusCode> PressAsync(string way, string cookie, string how)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, way)
        {
            Content = new FormUrlEncodedContent([KeyValuePair.Create("how", how)]),
            Headers = { { "Cookie", cookie } },
        };
        using var answer = await web.Client.SendAsync(request);
        return answer.StatusCode;
    }

    async Task<IReadOnlyList<MailboxMail>> LettersAsync(string cohort)
    {
        var mails = await Task.WhenAll(web.Mails("liaison-week").Select(mail => web.Get<LocalMailbox>().ReadAsync(mail.FileName)));
        return [.. mails.OfType<MailboxMail>().Where(mail => mail.To[0].Address == $"liaison@{cohort}.example")
            .OrderBy(mail => mail.Entry.SentAt)];
    }

    static (string Way, string How) Button(string list)
    {
        var found = Form().Match(list);
        return (found.Groups[1].Value, found.Groups[2].Value);
    }

    [GeneratedRegex(
        "action=\"([^\"]*/liaison/introductions[^\"]*)\"><button type=\"submit\" class=\"quiet\" name=\"how\" value=\"(\\w+)\"")]
    private static partial Regex Form();

    [GeneratedRegex(@"\((G\d+)\)")]
    private static partial Regex GroupId();
}
