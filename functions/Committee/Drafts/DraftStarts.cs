using Ilnp.Cohort;
using Ilnp.Committee.Cohorts;
using Ilnp.Committee.SignIn;
using Ilnp.Forms;
using Ilnp.Links;
using Ilnp.Pages;
using Ilnp.Programme;
using Ilnp.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Options;

namespace Ilnp.Committee.Drafts;

/// <summary>Where a draft begins, and where it becomes a cohort.</summary>
public sealed class DraftStarts(
    DraftVisits visits, DraftStore drafts, DraftCheck check, FirstDraft firstDraft, CohortStarter starter, CohortStore cohorts, PeopleStore people,
    CommitteeSessions sessions, SignedOut signedOut, TextShelf texts, IOptions<WebOptions> web, TimeProvider time)
{
    /// <summary>A copy of the latest cohort that the reader is a lead of.</summary>
    [Function(nameof(PrepareCohort))]
    public async Task<IActionResult> PrepareCohort([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "drafts")] HttpRequest request)
    {
        if (await sessions.FindAsync(request) is not { } member) return await signedOut.AnswerAsync(request);
        var cancellation = request.HttpContext.RequestAborted;
        var all = await cohorts.ListAsync(cancellation);
        var led = all.Where(cohort => cohort.MemberWithAddress(member.Email)?.Is(CommitteeRole.Lead) is true).MaxBy(cohort => cohort.Dates.Announce);
        if (led is null)
            return new HtmlPage(
                Notice.Create(new(texts.In(member.Language), "draft.leads.title", "draft.leads.text") { Onward = (CohortsPages.Path, "cohorts.title") }), StatusCodes.Status403Forbidden);
        var now = time.GetUtcNow();
        var draft = new CohortDraft(DraftStore.NewId(), NewDraft.After(led, led.Today(now), all.Select(cohort => cohort.Id)), member.Email, member.Name, now)
        {
            Before = Former(await people.ListAsync(led.Id, cancellation: cancellation)),
        };
        await drafts.AddAsync(draft, cancellation);
        return new SeeOther(DraftPages.PathOf(draft.Id));
    }

    /// <summary><c>POST /first-cohort</c> with a function key: where there is no committee yet that could sign in. Answers with a link that opens an empty draft once.</summary>
    [Function(nameof(PrepareFirstCohort))]
    public async Task<IActionResult> PrepareFirstCohort([HttpTrigger(AuthorizationLevel.Function, "post", Route = "first-cohort")] HttpRequest request) =>
        new OkObjectResult(new { open = await firstDraft.LinkAsync(request.HttpContext.RequestAborted) });

    [Function(nameof(ShowDraftStart))]
    public Task<IActionResult> ShowDraftStart([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "drafts/{draftId}/start")] HttpRequest request, string draftId) =>
        visits.OpenAsync(request, draftId, async visit =>
            (await check.OfAsync(visit.Draft.Value, visit.Texts, visit.Cancellation)).Settings is { } settings
                ? new HtmlPage(DraftStartPage.Create(new(
                    visit.Texts, visit.Draft.Value, visit.Version, settings,
                    [.. StartNotices.Passed(settings, time.GetUtcNow()).Select(notice => DraftCheck.Say(notice, visit.Texts).Words)], StartNotices.Examples(settings))))
                : new SeeOther(DraftPages.PathOf(draftId)));

    /// <summary>Starts what was shown; what was changed meanwhile is shown first. The draft goes when its cohort runs.</summary>
    [Function(nameof(StartDraft))]
    public Task<IActionResult> StartDraft(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "drafts/{draftId}/start")] HttpRequest request, string draftId, [DurableClient] DurableTaskClient client) =>
        visits.OpenAsync(request, draftId, async visit =>
        {
            var shown = (await PostedForm.ReadAsync(request)).GetValueOrDefault(DraftPages.Version);
            if (shown is not [var version] || version != visit.Version) return new SeeOther($"{DraftPages.PathOf(draftId)}/start");
            if ((await check.OfAsync(visit.Draft.Value, visit.Texts, visit.Cancellation)).Settings is not { } settings) return new SeeOther(DraftPages.PathOf(draftId));
            await starter.StartAsync(settings, client, visit.Cancellation);
            await drafts.DeleteAsync(draftId, visit.Cancellation);
            if (settings.MemberWithAddress(visit.Member.Email) is not null) return new SeeOther($"/cohorts/{settings.Id}");
            // Whoever came by the function key is no member; who leads signs in by mail.
            return new HtmlPage(Notice.Create(new(visit.Texts, "draft.started.title", "draft.started.text")
            {
                Onward = ("/sign-in", "sign-in.title"),
                Facts = new Dictionary<string, string> { ["address"] = new Uri(web.Value.BaseAddress, $"apply/{settings.Id}").AbsoluteUri },
            }));
        });

    static FormerRound Former(IReadOnlyList<Person> people) =>
        new(people.Count, people.Where(person => person.Country is { Length: 2 }).CountBy(person => person.Country!).ToDictionary(country => country.Key, country => country.Value));
}
