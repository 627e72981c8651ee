using System.Net;
using System.Text.RegularExpressions;
using Ilnp.Mail.Ledger;
using Ilnp.Programme;
using Ilnp.Tests.Committee;
using Ilnp.Tests.Pages;
using Microsoft.AspNetCore.Http;

namespace Ilnp.Tests.Meetings.Online;

/// <summary>A lead who gives no link gets one of the committee's calendar.</summary>
public sealed partial class OnlineMeetingTests(CalendarWebHostFixture web) : IClassFixture<CalendarWebHostFixture>
{
    static readonly (string, string)[] Typed = [("day", "2020-04-22"), ("minutes", "60"), ("link", "")];

    [Fact]
    public async Task GivenNoLink_WhenALeadInvites_ThenBothSittingsStandInTheCalendarAndItsLinkIsTheOneToJoin()
    {
        var (cohort, cookie) = await CohortAsync();
        var way = await WayAsync(cohort, cookie);

        var (_, asked) = await CommitteeVisit.PressAsync(web, way, cookie, Typed);
        var (status, _) = await CommitteeVisit.PressAsync(web, way, cookie, [.. Typed, ("sure", "yes")]);

        Assert.Contains("A Teams meeting is made in the calendar of", asked, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, status);
        var meeting = Assert.Single((await web.Get<CohortStore>().GetAsync(cohort)).Meetings);
        var entries = meeting.Entries!.Split(' ').Select(id => web.Calendar.Entries[id]).ToList();
        Assert.StartsWith("https://teams.example/", meeting.Link.AbsoluteUri, StringComparison.Ordinal);
        Assert.Equal(meeting.Link.AbsoluteUri, entries[1]["location"]!["displayName"]!.GetValue<string>());
        Assert.Equal(
            [meeting.First, meeting.Second],
            entries.Select(entry => DateTimeOffset.Parse(
                entry["start"]!["dateTime"]!.GetValue<string>() + "Z", System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task GivenAMeetingOfTheCalendar_WhenItIsCalledOff_ThenItIsTakenOutOrTheLeadHearsThatItStands()
    {
        foreach (var refusal in new int?[] { null, StatusCodes.Status403Forbidden })
        {
            var (cohort, cookie) = await CohortAsync();
            await CommitteeVisit.PressAsync(web, await WayAsync(cohort, cookie), cookie, [.. Typed, ("sure", "yes")]);
            var entries = Assert.Single((await web.Get<CohortStore>().GetAsync(cohort)).Meetings).Entries!.Split(' ');

            web.Calendar.Refusal = refusal;
            var (_, to) = await CommitteeVisit.PressAsync(web, await WayAsync(cohort, cookie), cookie, ("off", "yes"));
            var (_, page) = await CommitteeVisit.GetAsync(web, to, cookie);
            web.Calendar.Refusal = null;

            Assert.NotNull(Assert.Single((await web.Get<CohortStore>().GetAsync(cohort)).Meetings).CalledOffAt);
            Assert.Equal(refusal is null ? 0 : 2, entries.Count(web.Calendar.Entries.ContainsKey));
            Assert.Equal(refusal is not null, page.Contains("still stands in the calendar of", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData(StatusCodes.Status403Forbidden)]
    [InlineData(null)]
    public async Task GivenACalendarThatMakesNone_WhenALeadInvites_ThenNobodyIsInvitedAndTheyReadWhy(int? refusal)
    {
        var (cohort, cookie) = await CohortAsync();
        var (way, before) = (await WayAsync(cohort, cookie), web.Calendar.Entries.Count);
        (web.Calendar.Refusal, web.Calendar.IsOnline) = (refusal, refusal is not null);

        var (status, html) = await CommitteeVisit.PressAsync(web, way, cookie, [.. Typed, ("sure", "yes")]);
        (web.Calendar.Refusal, web.Calendar.IsOnline) = (null, true);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("The online meeting could not be made", html, StringComparison.Ordinal);
        Assert.Contains("2020-04-22", html, StringComparison.Ordinal);
        Assert.Empty((await web.Get<CohortStore>().GetAsync(cohort)).Meetings);
        Assert.Equal(before, web.Calendar.Entries.Count);
        Assert.DoesNotContain(await web.Get<MailLedger>().ListAsync(cohort), mail => mail.Template == "meeting");
    }

    async Task<(string Cohort, string Cookie)> CohortAsync()
    {
        web.Clock.Now = new(2020, 4, 15, 12, 0, 0, TimeSpan.Zero);
        var cohort = await web.CohortAsync(
            SampleCohort.Person("", "P1", "Zoë Müller", "DE", Standing.Active) with { GroupId = "G001" },
            SampleCohort.Person("", "P2", "王小明", "CN", Standing.Active) with { GroupId = "G001" });
        await web.Get<GroupStore>().TryAddAsync(new()
        {
            CohortId = cohort,
            GroupId = "G001",
            Members = ["P1", "P2"],
            Status = GroupStatus.Active,
            LiaisonId = "liaison",
            FormedAt = web.Clock.Now,
        });
        return (cohort, await CommitteeVisit.SignInAsync(web, cohort));
    }

    async Task<string> WayAsync(string cohort, string cookie)
    {
        var (_, page) = await CommitteeVisit.GetAsync(web, $"/cohorts/{cohort}/meeting", cookie);
        return FormAction().Match(page).Groups[1].Value.Replace("&amp;", "&", StringComparison.Ordinal);
    }

    [GeneratedRegex("<form method=\"post\" action=\"([^\"]+meeting[^\"]*)\"")]
    private static partial Regex FormAction();
}
