using Ilnp.Committee.Cohorts;
using Ilnp.Committee.SignIn;
using Ilnp.Pages;
using Ilnp.Programme;
using Ilnp.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Ilnp.Committee.Drafts;

/// <summary>Where a draft begins.</summary>
public sealed class NewDrafts(
    DraftStore drafts, CohortStore cohorts, PeopleStore people, CommitteeSessions sessions, SignedOut signedOut,
    TextShelf texts, TimeProvider time)
{
    /// <summary>A copy of the latest cohort that the reader is a lead of.</summary>
    [Function(nameof(PrepareCohort))]
    public async Task<IActionResult> PrepareCohort(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "drafts")] HttpRequest request)
    {
        if (await sessions.FindAsync(request) is not { } member) return await signedOut.AnswerAsync(request);
        var cancellation = request.HttpContext.RequestAborted;
        var all = await cohorts.ListAsync(cancellation);
        var led = all.Where(cohort => cohort.MemberWithAddress(member.Email)?.Is(CommitteeRole.Lead) is true)
            .MaxBy(cohort => cohort.Dates.Announce);
        if (led is null)
            return new HtmlPage(
                Notice.Create(new(texts.In(member.Language), "draft.leads.title", "draft.leads.text")
                {
                    Onward = (CohortsPages.Path, "cohorts.title"),
                }), StatusCodes.Status403Forbidden);
        var now = time.GetUtcNow();
        var draft = new CohortDraft(
            DraftStore.NewId(), NewDraft.After(led, led.Today(now), all.Select(cohort => cohort.Id)), member.Email, member.Name, now)
        {
            CopyOf = led.Id,
            ChangedByAddress = member.Email,
            Before = Former(await people.ListAsync(led.Id, cancellation: cancellation)),
        };
        await drafts.AddAsync(draft, cancellation);
        return new SeeOther(DraftPages.PathOf(draft.Id));
    }

    static FormerRound Former(IReadOnlyList<Person> people) =>
        new(
            people.Count,
            people.Where(person => person.Country is { Length: 2 }).CountBy(person => person.Country!)
                .ToDictionary(country => country.Key, country => country.Value));
}
