using Ilnp.Committee.Acts;
using Ilnp.Forms;
using Ilnp.Meetings;
using Ilnp.Meetings.Online;
using Ilnp.Pages;
using Ilnp.Programme;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace Ilnp.Committee.Meetings;

/// <summary>A lead invites everybody to one meeting in two sittings: when they are and why, and the button that does it.</summary>
public sealed class MeetingPages(
    CommitteePages committee, MeetingFiles files, MeetingPresses presses, IOnlineMeetings online, ILogger<MeetingPages> logger)
{
    const string Route = "cohorts/{cohortId}/meeting";

    /// <summary>The buttons: everybody is invited, it is changed once more, it is called off, what ended half-way goes on.</summary>
    internal const string Sure = "sure", Again = "again", Off = "off", Press = "press", Left = "left";

    static readonly Dictionary<string, IReadOnlyList<string>> Nothing = [];

    [Function(nameof(ShowMeeting))]
    public Task<IActionResult> ShowMeeting(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request, string cohortId) =>
        OpenAsync(
            request, cohortId,
            file => Task.FromResult<IActionResult>(
                Page(file, Nothing, done: request.Query[ActAddress.Done], isLeft: request.Query.ContainsKey(Left))));

    [Function(nameof(TakeMeeting))]
    public Task<IActionResult> TakeMeeting(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request,
        string cohortId,
        [DurableClient] DurableTaskClient client) =>
        OpenAsync(request, cohortId, async file =>
        {
            var posted = await PostedForm.ReadAsync(request);
            if (Begun(request, file, posted) is { } begun) return await DoAsync(request, file, begun, begun.IsDone, version: "", client);
            if (ActAddress.AboutOf(request) != file.Version) return Page(file, posted, isMeanwhile: true);
            if (posted.ContainsKey(Again)) return Page(file, posted);
            if (posted.ContainsKey(Off))
                return file.Ahead is { } ahead ? await CallOffAsync(request, file, ahead, client) : Page(file, Nothing);
            return await HoldAsync(request, file, posted, client);
        });

    async Task<IActionResult> HoldAsync(
        HttpRequest request, MeetingFile file, IReadOnlyDictionary<string, IReadOnlyList<string>> posted, DurableTaskClient client)
    {
        if (file.Ahead is not null || file.People.Count == 0) return Page(file, posted);
        var reading = MeetingReading.Of(file.Cohort, file.Now, posted, online.Calendar is not null);
        if (reading.WrongKeys.Count > 0) return Page(file, posted, reading.WrongKeys);
        var choice = file.Choose(reading.Day!.Value, reading.Minutes);
        if (!posted.ContainsKey(Sure))
            return new HtmlPage(
                MeetingAskedPage.Create(new(file, $"{request.Path}{request.QueryString}", reading, choice, online.Calendar)));
        if (await LinkAsync(request, file, reading, choice) is not { } made) return Page(file, posted, ["meeting.wrong.made"]);
        var meeting = new WholeMeeting
        {
            Number = file.Cohort.Meetings.Count + 1,
            First = choice.Sittings.First,
            Second = choice.Sittings.Second,
            Minutes = reading.Minutes,
            Link = made.Link,
            Entries = made.Entries.Length > 0 ? made.Entries : null,
        };
        var answer = await DoAsync(request, file, MeetingPresses.Act(request, file, meeting), false, file.Version, client);
        if (answer is not SeeOther && meeting.Entries is { } entries) await TakeOutAsync(entries, file, request);
        return answer;
    }

    /// <summary>The link that was given, or one that is made now; null when that was not possible.</summary>
    async Task<OnlineMeeting?> LinkAsync(HttpRequest request, MeetingFile file, MeetingReading reading, SittingsChoice choice)
    {
        if (reading.Link is { } given) return new(given, "");
        try
        {
            return await online.MakeAsync(
                new(MeetingPresses.KeyOf(request), file.Cohort.Name, choice.Sittings.First, choice.Sittings.Second, reading.Minutes),
                request.HttpContext.RequestAborted);
        }
        catch (OnlineMeetingFailure e)
        {
            logger.LogWarning(e, "An online meeting of {Cohort} could not be made; the lead was told.", file.Cohort.Id);
            return null;
        }
    }

    async Task<IActionResult> CallOffAsync(HttpRequest request, MeetingFile file, WholeMeeting ahead, DurableTaskClient client)
    {
        var act = MeetingPresses.Act(request, file, ahead with { CalledOffAt = file.Now });
        var answer = await DoAsync(request, file, act, false, file.Version, client);
        return answer is SeeOther && ahead.Entries is { } entries && !await TakeOutAsync(entries, file, request)
            ? new SeeOther($"{ActAddress.AfterIt(file.Path, act.Press!)}&{Left}=1")
            : answer;
    }

    /// <summary>False when it stands in the calendar still.</summary>
    async Task<bool> TakeOutAsync(string entries, MeetingFile file, HttpRequest request)
    {
        try
        {
            await online.DeleteAsync(entries, request.HttpContext.RequestAborted);
            return true;
        }
        catch (OnlineMeetingFailure e)
        {
            logger.LogWarning(e, "A meeting of {Cohort} could not be taken out of the calendar; the lead was told.", file.Cohort.Id);
            return false;
        }
    }

    async Task<IActionResult> DoAsync(
        HttpRequest request, MeetingFile file, CommitteeAct act, bool isDone, string version, DurableTaskClient client) =>
        isDone || await presses.DoAsync(act, file.Cohort.Id, version, client, request.HttpContext.RequestAborted)
            ? new SeeOther(ActAddress.AfterIt(file.Path, act.Press!))
            : await OpenAsync(request, file.Cohort.Id, now => Task.FromResult<IActionResult>(Page(now, Nothing, isMeanwhile: true)));

    /// <summary>By the same press, or of any lead's where somebody presses that it shall go on.</summary>
    static CommitteeAct? Begun(HttpRequest request, MeetingFile file, IReadOnlyDictionary<string, IReadOnlyList<string>> posted) =>
        posted.GetValueOrDefault(Press) is [var press] ? file.Acts.FirstOrDefault(act => act.Press == press)
        : posted.ContainsKey(Sure) || posted.ContainsKey(Off) ? MeetingPresses.Before(request, file) : null;

    Task<IActionResult> OpenAsync(HttpRequest request, string cohortId, Func<MeetingFile, Task<IActionResult>> page) =>
        committee.OpenForLeadAsync(
            request, cohortId, new("meeting.leads.title", "meeting.leads.text", "", "overview.title"),
            async reader => await page(await files.ReadAsync(reader, request.HttpContext.RequestAborted)));

    HtmlPage Page(
        MeetingFile file, IReadOnlyDictionary<string, IReadOnlyList<string>> typed, IReadOnlyList<string>? wrong = null,
        bool isMeanwhile = false, string? done = null, bool isLeft = false) => new(
            MeetingPage.Create(new(file, ActAddress.Pressed(file.Path, file.Version), typed, wrong ?? [])
            {
                Calendar = online.Calendar,
                IsLeft = isLeft,
                IsMeanwhile = isMeanwhile,
                Done = done is { Length: > 0 } ? file.Acts.FirstOrDefault(act => act.IsDone && act.Press == done) : null,
            }),
            isMeanwhile ? StatusCodes.Status409Conflict
                : wrong is null ? StatusCodes.Status200OK
                : StatusCodes.Status422UnprocessableEntity);
}
