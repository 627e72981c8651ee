using Ilnp.Cohort;
using Ilnp.Committee.Acts;
using Ilnp.Committee.SignIn;
using Ilnp.Forms;
using Ilnp.Links;
using Ilnp.Pages;
using Ilnp.Programme;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Options;

namespace Ilnp.Committee.Drafts;

/// <summary>Where a draft becomes a cohort.</summary>
public sealed class DraftStarts(
    DraftVisits visits, DraftStore drafts, DraftCheck check, DraftStarter starter, IOptions<WebOptions> web, TimeProvider time)
{
    [Function(nameof(ShowDraftStart))]
    public Task<IActionResult> ShowDraftStart(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "drafts/{draftId}/start")] HttpRequest request, string draftId) =>
        visits.OpenAsync(request, draftId, async visit =>
            (await check.OfAsync(visit.Draft.Value, visit.Texts, visit.Cancellation)).Settings is { } settings
                ? new HtmlPage(DraftStartPage.Create(new(
                    visit.Texts, visit.Draft.Value, visit.Version, settings,
                    [.. StartNotices.Passed(settings, time.GetUtcNow()).Select(notice => DraftCheck.Say(notice, visit.Texts).Words)],
                    StartNotices.Examples(settings))
                {
                    IsAnnouncedAtOnce = new ProgrammeCalendar(settings).Announce <= time.GetUtcNow().UtcDateTime,
                }))
                : new SeeOther(DraftPages.PathOf(draftId)));

    /// <summary>Starts what was shown; what was changed meanwhile is shown first. The draft goes when its cohort runs.</summary>
    [Function(nameof(StartDraft))]
    public Task<IActionResult> StartDraft(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "drafts/{draftId}/start")] HttpRequest request,
        string draftId,
        [DurableClient] DurableTaskClient client) =>
        visits.OpenAsync(request, draftId, async visit =>
        {
            var shown = (await PostedForm.ReadAsync(request)).GetValueOrDefault(DraftPages.Version);
            if (shown is not [var version] || version != visit.Version) return new SeeOther($"{DraftPages.PathOf(draftId)}/start");
            if ((await check.OfAsync(visit.Draft.Value, visit.Texts, visit.Cancellation)).Settings is not { } settings)
                return new SeeOther(DraftPages.PathOf(draftId));
            var end = await starter.StartAsync(visit, settings, client);
            if (!end.IsDone)
                return WhoWasFirst.Page(
                    new(settings, visit.Member, visit.Texts), end, ("draft.first.title", "draft.first.text"),
                    ($"/cohorts/{settings.Id}", "draft.first.look"));
            await drafts.DeleteAsync(draftId, visit.Cancellation);
            if (settings.MemberWithAddress(visit.Member.Email) is not null) return new SeeOther($"/cohorts/{settings.Id}");
            // Whoever came by the function key is no member; who leads signs in by mail.
            return new HtmlPage(Notice.Create(new(visit.Texts, "draft.started.title", "draft.started.text")
            {
                Onward = ("/sign-in", "sign-in.title"),
                Facts = new Dictionary<string, string> { ["address"] = new Uri(web.Value.BaseAddress, $"apply/{settings.Id}").AbsoluteUri },
            }));
        });
}
