using System.Net;
using System.Text.RegularExpressions;
using Ical.Net;
using Ilnp.Committee.Calendars;
using Ilnp.Programme;
using Ilnp.Tests.Pages;

namespace Ilnp.Tests.Committee.Calendars;

/// <summary>A member's calendar program reads their days, for as long as they are in the committee.</summary>
public sealed class CalendarPagesTests(WebHostFixture web) : IClassFixture<WebHostFixture>
{
    [Fact]
    public async Task GivenALiaison_WhenTheirProgramReadsTheAddressOfThePage_ThenTheRoundsDaysAndTheirGroupsAreThere()
    {
        var cohort = await CohortAsync();
        var cookie = await CommitteeVisit.SignInAsync(web, cohort, "liaison");
        var (_, page) = await CommitteeVisit.GetAsync(web, $"/cohorts/{cohort}/committee", cookie);
        var address = Regex.Match(page, "value=\"http://localhost(/calendars/[^\"]+)\"").Groups[1].Value;

        var days = await DaysAsync(address);

        var settings = await web.Get<CohortStore>().GetAsync(cohort);
        var introduce = Assert.Single(days.Events, day => day.Uid!.StartsWith($"{cohort}-introduce@", StringComparison.Ordinal));
        Assert.Equal((settings.Dates.Introduce, true), (DateOnly.FromDateTime(introduce.Start!.Value), introduce.IsAllDay));
        Assert.Equal(
            ["A first word to group G001", "Half-way: a word to group G001", "Before the end: a word to group G001"],
            days.Events.Where(day => day.Uid!.Contains("-G00", StringComparison.Ordinal)).Select(day => day.Summary));
        Assert.All(days.Events, day => Assert.DoesNotContain("Müller", day.Summary, StringComparison.Ordinal));
    }

    [Fact]
    public async Task GivenAMovedDay_WhenReadAgain_ThenTheSameEntryStandsOnTheOtherDay()
    {
        var cohort = await CohortAsync();
        var address = await AddressAsync(cohort, "lead");
        var before = (await DaysAsync(address)).Events.Single(day => day.Uid!.Contains("-midSurvey@", StringComparison.Ordinal));

        var stored = await web.Get<CohortStore>().ReadAsync(cohort);
        var dates = stored!.Value.Dates with { MidSurvey = stored.Value.Dates.MidSurvey.AddDays(3) };
        Assert.True(await web.Get<CohortStore>().TryReplaceAsync(stored, stored.Value with { Dates = dates }));
        var after = (await DaysAsync(address)).Events.Single(day => day.Uid == before.Uid);

        Assert.Equal(before.Start!.Value.AddDays(3), after.Start!.Value);
    }

    [Fact]
    public async Task GivenAMemberWhoLeftOrHasAnotherAddress_WhenTheirProgramReads_ThenThereIsNothing()
    {
        var cohort = await CohortAsync();
        var address = await AddressAsync(cohort, "liaison");

        var stored = await web.Get<CohortStore>().ReadAsync(cohort);
        Assert.True(await web.Get<CohortStore>().TryReplaceAsync(stored!, stored!.Value with
        {
            Committee = [.. stored.Value.Committee.Select(one => one.Id == "liaison" ? one with { Email = "other@library.example" } : one)],
        }));

        using var gone = await web.Client.GetAsync(address);
        using var forged = await web.Client.GetAsync("/calendars/k1.AAAA/days.ics");
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (gone.StatusCode, forged.StatusCode));
    }

    async Task<string> CohortAsync()
    {
        var cohort = await web.CohortAsync(
            SampleCohort.Person("", "P1", "Zoë Müller", "DE", Standing.Active) with { GroupId = "G001" },
            SampleCohort.Person("", "P2", "王小明", "CN", Standing.Active) with { GroupId = "G001" });
        foreach (var (id, liaison) in new[] { ("G001", "liaison"), ("G002", "lead") })
            await web.Get<GroupStore>().TryAddAsync(new()
            {
                CohortId = cohort,
                GroupId = id,
                Members = ["P1", "P2"],
                Status = GroupStatus.Active,
                LiaisonId = liaison,
                Round = 1,
                FormedAt = web.Clock.Now,
            });
        return cohort;
    }

    async Task<string> AddressAsync(string cohort, string member)
    {
        var settings = await web.Get<CohortStore>().GetAsync(cohort);
        return web.Get<CalendarLinks>().Of(settings, settings.Committee.Single(one => one.Id == member)).PathAndQuery;
    }

    async Task<Calendar> DaysAsync(string address)
    {
        using var response = await web.Client.GetAsync(address);
        Assert.Equal((HttpStatusCode.OK, "text/calendar"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        return Calendar.Load(await response.Content.ReadAsStringAsync())!;
    }
}
