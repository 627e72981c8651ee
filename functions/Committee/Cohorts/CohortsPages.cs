using Ilnp.Committee.Drafts;
using Ilnp.Committee.Overview;
using Ilnp.Committee.SignIn;
using Ilnp.Orchestration;
using Ilnp.Pages;
using Ilnp.Programme;
using Ilnp.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Ilnp.Committee.Cohorts;

/// <summary>The cohorts of whoever is signed in.</summary>
public sealed class CohortsPages(CohortStore cohorts, DraftStore drafts, CommitteeSessions sessions, SignedOut signedOut, TextShelf texts)
{
    public const string Path = "/cohorts";

    [Function(nameof(ShowCohorts))]
    public async Task<IActionResult> ShowCohorts(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "cohorts")] HttpRequest request,
        [DurableClient] DurableTaskClient client)
    {
        if (await sessions.FindAsync(request) is not { } signedIn) return await signedOut.AnswerAsync(request);
        var cancellation = request.HttpContext.RequestAborted;
        var own = (await cohorts.ListAsync(cancellation)).Where(cohort => cohort.MemberWithAddress(signedIn.Email) is not null)
            .OrderByDescending(cohort => cohort.Dates.Announce).ThenBy(cohort => cohort.Id, StringComparer.Ordinal);
        var rows = await Task.WhenAll(own.Select(async cohort =>
            new CohortRow(
                cohort,
                cohort.MemberWithAddress(signedIn.Email)!,
                CohortNow.Of(await client.FindAsync(InstanceIds.Cohort(cohort.Id), withStatus: true, cancellation)))));
        var prepared = (await drafts.ListAsync(cancellation))
            .Where(draft => draft.IsOf(signedIn.Email) || signedIn.Id == CommitteeSessions.OfDraft(draft.Id));
        return new HtmlPage(CohortsPage.Create(new(texts.In(signedIn.Language), rows, [.. prepared])));
    }
}

/// <summary>The list of cohorts, and those that are being prepared.</summary>
public sealed record CohortsModel(PageTexts Texts, IReadOnlyList<CohortRow> Rows, IReadOnlyList<CohortDraft> Drafts)
{
    public bool MayPrepare => Rows.Any(row => row.Member.Is(CommitteeRole.Lead));
}

/// <summary>A cohort that the reader is in the committee of.</summary>
public sealed record CohortRow(CohortSettings Cohort, CommitteeMember Member, CohortNow Now);
