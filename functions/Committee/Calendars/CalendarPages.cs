using System.Text;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Ilnp.Links;
using Ilnp.Programme;
using Ilnp.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;

namespace Ilnp.Committee.Calendars;

/// <summary>A member's days as a calendar that programs subscribe to (RFC 5545): moved days move there by themselves.</summary>
public sealed class CalendarPages(
    CalendarLinks links, CohortStore cohorts, GroupStore groups, TextShelf texts, IOptions<WebOptions> web, TimeProvider time)
{
    /// <summary>404 for whoever has left the committee, and for an address that is not good.</summary>
    [Function(nameof(ShowCalendar))]
    public async Task<IActionResult> ShowCalendar(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "calendars/{token}/days.ics")] HttpRequest request, string token)
    {
        var (now, cancellation) = (time.GetUtcNow(), request.HttpContext.RequestAborted);
        if (links.Read(token, now) is not var (cohortId, memberId, mark)
            || await cohorts.FindNowAsync(cohortId, cancellation) is not { } cohort
            || cohort.Committee.FirstOrDefault(one => one.Id == memberId) is not { } member || CalendarLinks.Mark(member) != mark)
            return new NotFoundResult();
        var running = (await groups.ListAsync(cohortId, cancellation)).Where(group => group.Status == GroupStatus.Active);
        var days = CalendarDay.Of(cohort, member, running, cohort.Today(now), texts.In(member.Language));
        request.HttpContext.Response.Headers.CacheControl = "private, max-age=3600";
        return new FileContentResult(Encoding.UTF8.GetBytes(Written(cohort, days, now)), "text/calendar; charset=utf-8");
    }

    string Written(CohortSettings cohort, IEnumerable<CalendarDay> days, DateTimeOffset now)
    {
        var calendar = new Calendar { ProductId = "-//ILNP//EN" };
        calendar.AddProperty("X-WR-CALNAME", cohort.Name);
        foreach (var day in days)
            calendar.Events.Add(new CalendarEvent
            {
                Uid = $"{cohort.Id}-{day.Name}@{web.Value.BaseAddress.Host}",
                DtStamp = new CalDateTime(now.UtcDateTime),
                Start = new CalDateTime(day.First),
                End = new CalDateTime(day.First.AddDays(day.Days)),
                Summary = day.Title,
                Url = new(web.Value.BaseAddress, day.Path[1..]),
                Transparency = TransparencyType.Transparent, // nobody is busy all day by it
            });
        return new CalendarSerializer().SerializeToString(calendar)!;
    }
}
