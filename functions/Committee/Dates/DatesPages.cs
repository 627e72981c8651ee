using Ilnp.Cohort.Moves;
using Ilnp.Committee.Acts;
using Ilnp.Committee.Drafts;
using Ilnp.Forms;
using Ilnp.Pages;
using Ilnp.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Ilnp.Committee.Dates;

/// <summary>A running cohort's days: what has begun, what can be moved, what a move causes, and the button that does it.</summary>
public sealed class DatesPages(
    CommitteePages committee, DatesFiles files, DatesPresses presses, MoveLetters letters, TextLanguages languages)
{
    const string Route = "cohorts/{cohortId}/dates";

    /// <summary>The buttons: it is done, it is changed once more, what ended half-way goes on.</summary>
    internal const string Sure = "sure", Again = "again", Press = "press";

    [Function(nameof(ShowDates))]
    public Task<IActionResult> ShowDates(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request,
        string cohortId,
        [DurableClient] DurableTaskClient client) =>
        OpenAsync(
            request, cohortId, client, file => Task.FromResult<IActionResult>(Page(file, Nothing, done: request.Query[ActAddress.Done])));

    [Function(nameof(TakeDates))]
    public Task<IActionResult> TakeDates(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request,
        string cohortId,
        [DurableClient] DurableTaskClient client) =>
        OpenAsync(request, cohortId, client, async file =>
        {
            var (posted, cancellation) = (await PostedForm.ReadAsync(request), request.HttpContext.RequestAborted);
            if (Begun(request, file, posted) is { } begun)
                return begun.IsDone || await presses.DoAsync(file, begun, "", client, cancellation)
                    ? Done(file, begun)
                    : Page(file, Nothing, isMeanwhile: true);
            var reading = DatesReading.Of(file.Days, file.Cohort.Dates, posted);
            if (ActAddress.AboutOf(request) != file.Version) return Page(file, reading.Typed, isMeanwhile: true);
            if (posted.ContainsKey(Again)) return Page(file, reading.Typed);
            if (Wrong(file, reading) is { Count: > 0 } wrong) return Page(file, reading.Typed, wrong);
            var act = DatesPresses.Act(request, file, reading.After);
            if (!posted.ContainsKey(Sure)) return await EffectsAsync(request, file, act.Dates!, reading, cancellation);
            return await presses.DoAsync(file, act, file.Version, client, cancellation)
                ? Done(file, act)
                : await OpenAsync(
                    request, cohortId, client, now => Task.FromResult<IActionResult>(Page(now, reading.Typed, isMeanwhile: true)));
        });

    /// <summary>By the same press, or of any lead's where somebody presses that it shall go on.</summary>
    static CommitteeAct? Begun(HttpRequest request, DatesFile file, IReadOnlyDictionary<string, IReadOnlyList<string>> posted) =>
        posted.GetValueOrDefault(Press) is [var press] ? file.Acts.FirstOrDefault(act => act.Press == press)
        : posted.ContainsKey(Sure) ? DatesPresses.Before(request, file) : null;

    static SeeOther Done(DatesFile file, CommitteeAct act) => new(ActAddress.AfterIt(file.Path, act.Press!));

    async Task<IActionResult> EffectsAsync(
        HttpRequest request, DatesFile file, DatesMove move, DatesReading reading, CancellationToken cancellation)
    {
        var told = await letters.ConcernedAsync(move, file.Cohort, cancellation);
        var lines = DayChange.Of(file, move, reading.Typed, told.SelectMany(one => one.Days));
        var others = file.Cohort.Committee.Count(member => member.Id != file.Reader.Member.Id);
        return new HtmlPage(
            DatesChangePage.Create(new(file, $"{request.Path}{request.QueryString}", reading.Typed, lines, told.Count, others)));
    }

    IReadOnlyList<(string Words, string? Day)> Wrong(DatesFile file, DatesReading reading)
    {
        var problems = reading.Unread.Count > 0
            ? [.. reading.Unread.Select(day => new DayProblem("dates.wrong.day", day))]
            : DatesRules.Wrong(file.Cohort, reading.After, file.Days, languages, file.Now);
        return [.. problems.Select(problem => (Words(problem, file.Reader.Texts), problem.Day))];
    }

    static string Words(DayProblem problem, PageTexts texts) => problem.Settings is { } settings
        ? DraftCheck.Say(settings, texts).Words
        : texts.Plain(problem.TextKey, new Dictionary<string, string>
        {
            ["day"] = problem.Day is { } day ? MoveLetters.NameOf(day, texts) : "",
            ["other"] = problem.Other is { } other ? MoveLetters.NameOf(other, texts) : "",
        });

    Task<IActionResult> OpenAsync(
        HttpRequest request, string cohortId, DurableTaskClient client, Func<DatesFile, Task<IActionResult>> page) =>
        committee.OpenForLeadAsync(request, cohortId, new("dates.leads.title", "dates.leads.text", "", "overview.title"), async reader =>
            await page(await files.ReadAsync(reader, client, request.HttpContext.RequestAborted)));

    static HtmlPage Page(
        DatesFile file, IReadOnlyDictionary<string, string> typed, IReadOnlyList<(string Words, string? Day)>? wrong = null,
        bool isMeanwhile = false, string? done = null) => new(
            DatesPage.Create(new(file, ActAddress.Pressed(file.Path, file.Version), typed, wrong ?? [])
            {
                IsMeanwhile = isMeanwhile,
                Done = done is { Length: > 0 } ? file.Acts.FirstOrDefault(act => act.IsDone && act.Press == done) : null,
            }),
            isMeanwhile ? StatusCodes.Status409Conflict
                : wrong is null ? StatusCodes.Status200OK
                : StatusCodes.Status422UnprocessableEntity);

    static readonly Dictionary<string, string> Nothing = [];
}
