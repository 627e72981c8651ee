using Ilnp.Mail.OwnWords;
using Ilnp.Mail.Rendering;
using Ilnp.Pages;
using Ilnp.Programme;
using Ilnp.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Ilnp.Committee.Drafts.Preview;

/// <summary>The mails of a cohort that is being prepared, to read before anybody gets them.</summary>
public sealed class DraftMailPages(
    DraftVisits visits, DraftCheck check, PlannedMails planned, MailRenderer renderer, CohortStore cohorts, OwnWordings wordings)
{
    const string Route = "drafts/{draftId}/mails";

    /// <summary>A mail has its styles inside itself.</summary>
    const string Policy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; form-action 'none'; base-uri 'none'";

    [Function(nameof(ListDraftMails))]
    public Task<IActionResult> ListDraftMails(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request, string draftId) =>
        OpenAsync(request, draftId, (visit, settings, former) => new HtmlPage(DraftMailsPage.Create(
            new(visit.Texts, draftId, settings, [.. planned.Of(settings, former.Cohort)
                .Select(mail => (mail, renderer.Render(mail.Write(settings.Languages[0]), settings, own: former.Words).Subject))]))));

    [Function(nameof(ShowDraftMail))]
    public Task<IActionResult> ShowDraftMail(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route + "/{name}/{language}")] HttpRequest request,
        string draftId, string name, string language) =>
        OpenAsync(request, draftId, (_, settings, former) =>
        {
            if (planned.Of(settings, former.Cohort).FirstOrDefault(mail => mail.Name == name) is not { } mail
                || !settings.Languages.Contains(language))
                return new SeeOther($"{DraftPages.PathOf(draftId)}/mails");
            var rendered = renderer.Render(mail.Write(language), settings, own: former.Words);
            HtmlPage.Protect(request.HttpContext.Response.Headers, Policy);
            return new ContentResult { Content = rendered.Html, ContentType = "text/html; charset=utf-8" };
        });

    /// <summary>Mails name everything that settings have: they are shown when nothing is missing.</summary>
    Task<IActionResult> OpenAsync(
        HttpRequest request, string draftId, Func<DraftVisit, CohortSettings, FormerCohort, IActionResult> page) =>
        visits.OpenAsync(
            request,
            draftId,
            async visit => (await check.OfAsync(visit.Draft.Value, visit.Texts, visit.Cancellation)).Settings is { } settings
                ? page(visit, settings, await FormerAsync(visit))
                : new SeeOther(DraftPages.PathOf(draftId)));

    /// <summary>The round that it is a copy of: its words are taken along, and its people are asked back.</summary>
    async Task<FormerCohort> FormerAsync(DraftVisit visit) =>
        visit.Draft.Value.CopyOf is { } last && await cohorts.FindAsync(last, visit.Cancellation) is { } cohort
            ? new(cohort, await wordings.OfAsync(cohort, visit.Cancellation))
            : new(null, null);

    /// <summary>The round before; nothing for a first one.</summary>
    sealed record FormerCohort(CohortSettings? Cohort, CohortWording? Words);
}

/// <summary>The list of planned mails.</summary>
public sealed record DraftMailsModel(
    PageTexts Texts, string DraftId, CohortSettings Settings, IReadOnlyList<(PlannedMail Mail, string Subject)> Mails);
