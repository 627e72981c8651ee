using System.Text;
using System.Text.Unicode;
using Ilnp.Cohort;
using Ilnp.Forms;
using Ilnp.Intake.Import;
using Ilnp.Pages;
using Ilnp.Returning;
using Ilnp.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Ilnp.Committee.Drafts;

/// <summary>
/// A cohort's settings as a form: saved as they are typed, checked at once, with the days that they make. Nothing starts here.
/// </summary>
public sealed class DraftPages(
    DraftVisits visits, DraftStore drafts, DraftCheck check, Returners returners, TextLanguages languages, TimeProvider time)
{
    const string Route = "drafts/{draftId}";

    /// <summary>The field that says which version the form was opened with.</summary>
    public const string Version = "version";

    /// <summary>A committee of a hundred has so many fields.</summary>
    const int MostFields = 1200;

    const int LargestFile = 256 * 1024;

    const string Done = "done", Saved = "saved", Taken = "taken";

    public static string PathOf(string draftId) => $"/drafts/{draftId}";

    [Function(nameof(ShowDraft))]
    public Task<IActionResult> ShowDraft(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request, string draftId) =>
        visits.OpenAsync(request, draftId, visit =>
            PageAsync(
                visit,
                visit.Draft.Value,
                done: request.Query[Done].ToString() switch { Saved => "draft.saved", Taken => "draft.file.taken", _ => null }));

    [Function(nameof(SaveDraft))]
    public Task<IActionResult> SaveDraft(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request, string draftId) =>
        visits.OpenAsync(request, draftId, async visit =>
        {
            var posted = await PostedForm.ReadAsync(request, MostFields);
            var typed = Changed(visit, DraftReading.Apply(visit.Draft.Value.Settings, posted, languages.All).ToString());
            var isCurrent = posted.GetValueOrDefault(Version) is [var version] && version == visit.Version;
            if (isCurrent && await drafts.TrySaveAsync(visit.Draft, typed, visit.Cancellation))
                return new SeeOther($"{PathOf(draftId)}?{Done}={Saved}");
            return await visits.OpenAsync(
                request, draftId, now => PageAsync(now, typed, meanwhile: now.Draft.Value, status: StatusCodes.Status409Conflict));
        });

    [Function(nameof(ShowDraftFile))]
    public Task<IActionResult> ShowDraftFile(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = $"{Route}/file")] HttpRequest request, string draftId) =>
        visits.OpenAsync(request, draftId, visit =>
            Task.FromResult<IActionResult>(
                new FileContentResult(Encoding.UTF8.GetBytes(visit.Draft.Value.Settings), "application/json; charset=utf-8")
                {
                    FileDownloadName = "cohort.json",
                }));

    /// <summary>
    /// A settings file in place of what was typed. Also one that is not right yet is taken: the page tells what is in the way.
    /// </summary>
    [Function(nameof(TakeDraftFile))]
    public Task<IActionResult> TakeDraftFile(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = $"{Route}/file")] HttpRequest request, string draftId) =>
        visits.OpenAsync(request, draftId, async visit =>
        {
            var upload = await Upload.ReadAsync(request, LargestFile);
            if (upload.IsTooLarge || upload.Bytes.Length == 0) return await RefuseAsync(visit, visit.Texts["draft.file.none"]);
            if (TextOf(upload.Bytes) is not { } text) return await RefuseAsync(visit, visit.Texts["draft.file.encoding"]);
            if (CohortSettingsFile.Unreadable(text) is { Count: > 0 } problems) return await RefuseAsync(visit, problems);
            var settings = SettingsDocument.Parse(text);
            if (!await drafts.TrySaveAsync(visit.Draft, Changed(visit, settings.ToString()), visit.Cancellation))
                return await RefuseAsync(visit, visit.Texts["draft.meanwhile.file"]);
            return new SeeOther($"{PathOf(draftId)}?{Done}={Taken}");
        });

    [Function(nameof(DiscardDraft))]
    public Task<IActionResult> DiscardDraft(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = $"{Route}/discard")] HttpRequest request, string draftId) =>
        visits.OpenAsync(request, draftId, async visit =>
        {
            await drafts.DeleteAsync(draftId, visit.Cancellation);
            return new SeeOther(Cohorts.CohortsPages.Path);
        });

    /// <summary>Null when it is not UTF-8.</summary>
    static string? TextOf(byte[] bytes) => Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF') : null;

    CohortDraft Changed(DraftVisit visit, string settings) => visit.Draft.Value with
    {
        Settings = settings,
        ChangedBy = visit.Member.Name,
        ChangedByAddress = visit.Member.Email,
        ChangedAt = time.GetUtcNow(),
    };

    Task<IActionResult> RefuseAsync(DraftVisit visit, params IReadOnlyList<string> problems) =>
        PageAsync(visit, visit.Draft.Value, fileProblems: problems, status: StatusCodes.Status422UnprocessableEntity);

    async Task<IActionResult> PageAsync(
        DraftVisit visit, CohortDraft shown, CohortDraft? meanwhile = null, string? done = null,
        IReadOnlyList<string>? fileProblems = null, int status = StatusCodes.Status200OK) =>
        new HtmlPage(
            DraftPage.Create(
                new(visit.Texts, shown, visit.Version, await check.OfAsync(shown, visit.Texts, visit.Cancellation), languages.All)
                {
                    Meanwhile = meanwhile,
                    DoneKey = done,
                    FileProblems = fileProblems ?? [],
                    Returning = SettingsDocument.Parse(shown.Settings).Day("dates.announce") is { } announced
                        ? await returners.CountAsync(announced, visit.Cancellation)
                        : null,
                }),
            status);
}
