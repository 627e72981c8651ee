using Ilnp.Committee.Cohorts;
using Ilnp.Committee.SignIn;
using Ilnp.Pages;
using Ilnp.Programme;
using Ilnp.Storage;
using Ilnp.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Ilnp.Committee.Drafts;

/// <summary>Opens a draft to whoever began it and to the leads that it names.</summary>
public sealed class DraftVisits(CommitteeSessions sessions, SignedOut signedOut, DraftStore drafts, TextShelf texts, TimeProvider time)
{
    static readonly TimeSpan OneDay = TimeSpan.FromDays(1);

    public async Task<IActionResult> OpenAsync(HttpRequest request, string draftId, Func<DraftVisit, Task<IActionResult>> page)
    {
        if (await sessions.FindAsync(request) is not { } member) return await signedOut.AnswerAsync(request);
        var cancellation = request.HttpContext.RequestAborted;
        var words = texts.In(member.Language);
        var draft = await drafts.FindAsync(draftId, cancellation);
        if (draft is null || !(draft.Value.IsOf(member.Email) || member.Id == CommitteeSessions.OfDraft(draftId)))
            return new HtmlPage(
                Notice.Create(new(words, "draft.unknown.title", "draft.unknown.text") { Onward = (CohortsPages.Path, "cohorts.title") }),
                StatusCodes.Status404NotFound);
        // Whoever looks at it keeps it; on the day on which it was saved it is kept anyway.
        if (time.GetUtcNow() is var now && now - draft.Value.ChangedAt > OneDay) await drafts.CareAsync(draftId, new(now), cancellation);
        return await page(new(member, draft, words, cancellation));
    }
}

/// <summary>A draft, and who looks at it.</summary>
public sealed record DraftVisit(CommitteeMember Member, Stored<CohortDraft> Draft, PageTexts Texts, CancellationToken Cancellation)
{
    public string Version => Draft.ETag.ToString();
}
