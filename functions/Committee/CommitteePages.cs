using Ilnp.Committee.Cohorts;
using Ilnp.Committee.SignIn;
using Ilnp.Pages;
using Ilnp.Programme;
using Ilnp.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Ilnp.Committee;

/// <summary>Opens a cohort's pages to its committee only.</summary>
public sealed class CommitteePages(CohortStore cohorts, CommitteeSessions sessions, SignedOut signedOut, TextShelf texts)
{
    /// <summary>The page for a signed-in member; the sign-in page for others, whether or not there is such a cohort.</summary>
    public async Task<IActionResult> OpenAsync(HttpRequest request, string cohortId, Func<CommitteeReader, Task<IActionResult>> page)
    {
        if (await sessions.FindSessionAsync(request) is not var (readNow, signedIn)) return await signedOut.AnswerAsync(request);
        var cancellation = request.HttpContext.RequestAborted;
        var cohort = cohortId == readNow
            ? await cohorts.FindAsync(cohortId, cancellation)
            : await cohorts.FindNowAsync(cohortId, cancellation);
        if (cohort?.MemberWithAddress(signedIn.Email) is not { } member)
            return new HtmlPage(
                Notice.Create(new(texts.In(signedIn.Language), "cohort.unknown.title", "cohort.unknown.text")
                {
                    Onward = (CohortsPages.Path, "cohorts.title"),
                }),
                StatusCodes.Status404NotFound);
        return await page(new(cohort, member, texts.In(member.Language)));
    }

    /// <summary>As <see cref="OpenAsync"/>, for leads; another member reads why not, and where to go on.</summary>
    public Task<IActionResult> OpenForLeadAsync(
        HttpRequest request, string cohortId, ForLeads others, Func<CommitteeReader, Task<IActionResult>> page) =>
        OpenForAsync(request, cohortId, [CommitteeRole.Lead], others, page);

    /// <summary>As <see cref="OpenAsync"/>, for whoever has one of the roles; another member reads why not, and where to go on.</summary>
    public Task<IActionResult> OpenForAsync(
        HttpRequest request, string cohortId, IReadOnlyList<CommitteeRole> roles,
        ForLeads others, Func<CommitteeReader, Task<IActionResult>> page) =>
        OpenAsync(request, cohortId, async reader => roles.Any(reader.Member.Is)
            ? await page(reader)
            : new HtmlPage(
                Notice.Create(new(reader.Texts, others.TitleKey, others.TextKey)
                {
                    Onward = ($"/cohorts/{cohortId}{others.Onward}", others.OnwardKey),
                }),
                StatusCodes.Status403Forbidden));
}

/// <summary>What members read in place of a page for leads, or for others of another role.</summary>
/// <param name="TitleKey">Text.</param>
/// <param name="TextKey">Text.</param>
/// <param name="Onward">End of the path of the page to go on to, below the cohort's.</param>
/// <param name="OnwardKey">Its name.</param>
public sealed record ForLeads(string TitleKey, string TextKey, string Onward, string OnwardKey);

/// <summary>A member who reads a cohort's pages.</summary>
/// <param name="Cohort">The cohort.</param>
/// <param name="Member">Who reads.</param>
/// <param name="Texts">In the member's language.</param>
public sealed record CommitteeReader(CohortSettings Cohort, CommitteeMember Member, PageTexts Texts)
{
    /// <summary>Around each of the committee's pages: the cohort's name, its pages, and signing out.</summary>
    /// <param name="titleKey">Text of the title.</param>
    /// <param name="page">Last part of the page's path, empty for the overview.</param>
    public LayoutModel Layout(string titleKey, string page) =>
        new(Texts, $"{Texts[titleKey]} - {Cohort.Name}", Cohort.Name) { Navigation = new(Cohort.Id, page, Member.Name) };
}
