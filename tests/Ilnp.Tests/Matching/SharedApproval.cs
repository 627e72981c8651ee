using System.Net;
using Ilnp.Approvals;
using Ilnp.Matching;
using Ilnp.Programme;
using Ilnp.Tests.Pages;

namespace Ilnp.Tests.Matching;

/// <summary>A proposal that several leads are asked about, each by their own link.</summary>
sealed class SharedApproval
{
    readonly WebHostFixture web;

    SharedApproval(WebHostFixture web, string cohort) => (this.web, Cohort) = (web, cohort);

    public string Cohort { get; }

    public static async Task<SharedApproval> MakeAsync(WebHostFixture web, int needed, params (string Id, CommitteeRole Role)[] others)
    {
        var cohort = await ProposedCohort.MakeAsync(web);
        var shared = new SharedApproval(web, cohort);
        await shared.ChangeAsync(settings => settings.With(new ApprovalSettings { Needed = needed }) with
        {
            Committee = [.. settings.Committee, .. others.Select(one => Member(cohort, one.Id, one.Role))],
        });
        await ProposedCohort.Approval(web).AskMatchApproval(new(cohort, 1, 0, "none"));
        return shared;
    }

    public async Task ChangeAsync(Func<CohortSettings, CohortSettings> change)
    {
        var store = web.Get<CohortStore>();
        var read = (await store.ReadAsync(Cohort))!;
        Assert.True(await store.TryReplaceAsync(read, change(read.Value)));
    }

    public async Task<string> LinkAsync(string member) =>
        web.Get<DecisionLinks>().Address((await DecisionAsync(member))!).PathAndQuery;

    public Task<Decision?> DecisionAsync(string member) =>
        web.Get<DecisionStore>().FindAsync(Cohort, MatchApprovalForm.DecisionId(1, member));

    public async Task<string> PageAsync(string member)
    {
        using var page = await web.Client.GetAsync(await LinkAsync(member));
        return await page.Content.ReadAsStringAsync();
    }

    public async Task<HttpStatusCode> PostAsync(string member, params (string Name, string Value)[] fields)
    {
        using var answer = await web.Client.PostAsync(
            await LinkAsync(member), new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));
        return answer.StatusCode;
    }

    public Task<HttpStatusCode> HandAsync(string from, string to, string? until = null) => PostAsync(
        from, (HandingPosts.Hand, "yes"), (HandingPosts.To, to),
        (HandingPosts.Span, until is null ? "once" : HandingPosts.Days), (HandingPosts.Until, until ?? ""));

    public async Task<Tally> TallyAsync() => (await web.Get<Tallies>().FindAsync((await DecisionAsync("lead"))!, CancellationToken.None))!;

    /// <summary>Templates of the mails to a member, in their order.</summary>
    public async Task<IReadOnlyList<string>> MailsAsync(string member) =>
        [.. (await web.Get<Ilnp.Mail.Ledger.MailLedger>().ListAsync(Cohort)).Where(mail => mail.Key.PersonId == member)
            .OrderBy(mail => mail.ClaimedAt).ThenBy(mail => mail.Template, StringComparer.Ordinal).Select(mail => mail.Template)];

    static CommitteeMember Member(string cohort, string id, CommitteeRole role) => new()
    {
        Id = id,
        Name = char.ToUpperInvariant(id[0]) + id[1..],
        Email = $"{id}@{cohort}.example",
        Roles = [role],
        LiaisonLoad = role == CommitteeRole.Liaison ? 5 : 0,
    };
}
