using System.Net;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Ilnp.Committee.Acts;
using Ilnp.Committee.FormQuestions;
using Ilnp.Intake.FormSecrets;
using Ilnp.Intake.Providers;
using Ilnp.Programme;
using Ilnp.Tests.Committee.Unknown;
using Ilnp.Tests.Pages;

namespace Ilnp.Tests.Committee.FormQuestions;

/// <summary>The secret of a round's form: looked at by a press, or pasted and never shown again.</summary>
public sealed partial class FormSecretPagesTests(WebHostFixture web) : IClassFixture<WebHostFixture>
{
    static readonly FormProvider Formbricks = FormProvider.Find("formbricks")!;

    [Theory]
    [InlineData("lead")]
    [InlineData("technical")]
    public async Task GivenAServiceWhoseSecretWeChoose_WhenAMemberAsksForIt_ThenItIsThisRoundsAndStandsNowhereElse(string member)
    {
        var visit = await BeginAsync(member);
        var secret = web.Get<CohortSecrets>().DerivedOf(visit.Cohort, FormProvider.Find("typeform")!)!;
        var (list, path) = (await visit.PageAsync($"/cohorts/{visit.Cohort}/questions"), PathOf(visit, "typeform"));
        var page = await visit.PageAsync(path);

        var shown = await visit.PostAsync(UnknownVisit.Action(page), ("do", FormSecretPages.Look));
        await visit.PostAsync(UnknownVisit.Action(page), ("do", FormSecretPages.Look));

        Assert.Contains("The round’s secret, and where it goes", list, StringComparison.Ordinal);
        Assert.Contains("Connect, Webhooks", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, shown.Status);
        Assert.Contains($"<code class=\"secret\">{secret}</code>", shown.Html, StringComparison.Ordinal);
        foreach (var other in new[] { list, page, await visit.PageAsync(path), await AuditAsync(visit) })
            Assert.DoesNotContain(secret, other, StringComparison.Ordinal);
        var act = Assert.Single(await web.Get<CommitteeActStore>().ListAsync(visit.Cohort, "form-secret-typeform"));
        Assert.DoesNotContain(secret, act.ToString() + string.Join(',', act.Changes!), StringComparison.Ordinal);
        Assert.Matches("(?s)looked at the secret of a form.*Form service: typeform", await AuditAsync(visit));
    }

    [Fact]
    public async Task GivenAServiceThatCannotSign_WhenAMemberAsks_ThenTheWholeAddressIsThereToCopy()
    {
        var visit = await BeginAsync();
        var secret = web.Get<CohortSecrets>().DerivedOf(visit.Cohort, FormProvider.Find("jotform")!)!;

        var shown = await visit.PressAsync(PathOf(visit, "jotform"), ("do", FormSecretPages.Look));

        Assert.Contains($"/hooks/{visit.Cohort}/jotform/{secret}</code>", shown.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenAServiceThatIsNotAllowed_WhenItsPageIsOpened_ThenItSaysWhoMustDoWhatAndHasNothingToPress()
    {
        var visit = await BeginAsync();
        var page = await visit.PageAsync(PathOf(visit, "tally"));

        Assert.Contains("The technical member has to allow this service first", page, StringComparison.Ordinal);
        Assert.DoesNotContain(FormSecretPages.Look, page, StringComparison.Ordinal);
        var (status, html) = await visit.PostAsync(PathOf(visit, "tally"), ("do", FormSecretPages.Look));
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.DoesNotContain("form’s settings, and nowhere else", html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await CommitteeVisit.GetAsync(web, PathOf(visit, "surveymonkey"), visit.Cookie)).Status);
    }

    [Fact]
    public async Task GivenASecretThatFormbricksMade_WhenItIsPasted_ThenItCountsAndIsNeverShownAgain()
    {
        var visit = await BeginAsync();
        var (path, first, second) = (PathOf(visit, "formbricks"), New(), New());
        var before = await visit.PageAsync(path);

        var kept = await visit.PostAsync(UnknownVisit.Action(before), ("do", FormSecretPages.Keep), ("secret", $"  {first} "));
        var again = await visit.PostAsync(UnknownVisit.Action(before), ("do", FormSecretPages.Keep), ("secret", first));
        var page = await visit.PageAsync($"{path}?done=secret-keep");
        // On the page as it was before, and another text: that is another press.
        var replaced = await visit.PostAsync(UnknownVisit.Action(before), ("do", FormSecretPages.Keep), ("secret", second));

        Assert.Contains("every message from there is refused", before, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.SeeOther, $"{path}?done=secret-keep"), kept);
        Assert.Equal(kept, again);
        Assert.Equal(kept, replaced);
        Assert.Contains("It is kept. Messages signed with it", page, StringComparison.Ordinal);
        Assert.Contains($"by Zoë Müller; it ends in {first[^4..]}.", page, StringComparison.Ordinal);
        foreach (var shown in new[] { page, await AuditAsync(visit) }) Assert.DoesNotContain(first[..^4], shown, StringComparison.Ordinal);
        Assert.Equal(2, (await web.Get<CommitteeActStore>().ListAsync(visit.Cohort, "form-secret-formbricks")).Count);
        var own = (await web.Get<PastedSecretStore>().FindAsync(visit.Cohort, Formbricks, default))!;
        Assert.Equal(second, web.Get<PastedSecretStore>().Open(Formbricks, own));
    }

    [Fact]
    public async Task GivenSomethingElseOrAnotherRoundsSecret_WhenItIsPasted_ThenNothingChangesAndItIsNotShownBack()
    {
        var (visit, other) = (await BeginAsync(), await BeginAsync());
        var (path, secret) = (PathOf(visit, "formbricks"), New());
        await other.PressAsync(PathOf(other, "formbricks"), ("do", FormSecretPages.Keep), ("secret", secret));

        var none = await visit.PressAsync(path, ("do", FormSecretPages.Keep), ("secret", "my password<script>"));
        var taken = await visit.PressAsync(path, ("do", FormSecretPages.Keep), ("secret", secret));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (none.Status, taken.Status));
        Assert.Contains("begins with whsec_", none.Html, StringComparison.Ordinal);
        Assert.Contains("Another round has this secret", taken.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("my password", none.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, taken.Html, StringComparison.Ordinal);
        Assert.Null(await web.Get<PastedSecretStore>().FindAsync(visit.Cohort, Formbricks, default));
        Assert.Empty(await web.Get<CommitteeActStore>().ListAsync(visit.Cohort, "form-secret-formbricks"));
    }

    [Fact]
    public async Task GivenAFormThatSignsWithTheFormerSecret_WhenTheCommitteeLooks_ThenItIsToldForAWeek()
    {
        var visit = await BeginAsync();
        await web.Get<SecretLines>().FormerAsync(visit.Cohort, FormProvider.Find("tally")!, default);
        var (overview, list) = (
            await visit.PageAsync($"/cohorts/{visit.Cohort}"), await visit.PageAsync($"/cohorts/{visit.Cohort}/questions"));
        web.Clock.Now += TimeSpan.FromDays(SecretLines.RecentDays);
        var later = await visit.PageAsync($"/cohorts/{visit.Cohort}/questions");

        Assert.Contains("A form signs with a secret that has to be replaced", overview, StringComparison.Ordinal);
        Assert.DoesNotContain("Nothing waits", overview, StringComparison.Ordinal);
        Assert.Contains("signs with the secret that all rounds shared", list, StringComparison.Ordinal);
        Assert.DoesNotContain("signs with the secret that all rounds shared", later, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenSomebodyElse_WhenTheyOpenOrPress_ThenNothingIsShownOrKept()
    {
        var visit = await BeginAsync("liaison");

        foreach (var service in new[] { "typeform", "formbricks" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await CommitteeVisit.GetAsync(web, PathOf(visit, service), visit.Cookie)).Status);
            Assert.Equal(
                HttpStatusCode.Forbidden,
                (await visit.PostAsync(PathOf(visit, service), ("do", FormSecretPages.Look), ("secret", New()))).Status);
            Assert.Equal(
                HttpStatusCode.Forbidden,
                (await visit.PostAsync(PathOf(visit, service), ("do", FormSecretPages.Keep), ("secret", New()))).Status);
            Assert.NotEqual(HttpStatusCode.OK, (await CommitteeVisit.GetAsync(web, PathOf(visit, service), null)).Status);
        }

        Assert.Null(await web.Get<PastedSecretStore>().FindAsync(visit.Cohort, Formbricks, default));
    }

    [Fact]
    public async Task GivenThePageWithTheSecret_WhenItIsAnswered_ThenNothingKeepsIt()
    {
        var visit = await BeginAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, UnknownVisit.Action(await visit.PageAsync(PathOf(visit, "typeform"))))
        {
            Content = new FormUrlEncodedContent([KeyValuePair.Create("do", FormSecretPages.Look)]),
        };
        request.Headers.Add("Cookie", visit.Cookie);
        using var answer = await web.Client.SendAsync(request);

        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Matches(Shown(), await answer.Content.ReadAsStringAsync());
    }

    async Task<UnknownVisit> BeginAsync(string member = "lead")
    {
        var id = $"c{Guid.NewGuid():N}"[..12];
        var settings = SampleCohort.Settings(id);
        var technical = new CommitteeMember
        {
            Id = "technical",
            Name = "Ada Öz",
            Email = $"technical@{id}.example",
            Roles = [CommitteeRole.Technical],
        };
        await web.Get<CohortStore>().TryAddAsync(settings with { Committee = [.. settings.Committee, technical] });
        return new(web, id, await CommitteeVisit.SignInAsync(web, id, member));
    }

    async Task<string> AuditAsync(UnknownVisit visit)
    {
        web.Clock.Now += TimeSpan.FromMinutes(2); // a link of its own
        var lead = new UnknownVisit(web, visit.Cohort, await CommitteeVisit.SignInAsync(web, visit.Cohort));
        return await lead.PageAsync($"/cohorts/{visit.Cohort}/audit");
    }

    static string PathOf(UnknownVisit visit, string service) => QuestionPaths.OfSecret(visit.Cohort, service);

    static string New() => "whsec_" + Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    [GeneratedRegex("<code class=\"secret\">[A-Za-z0-9_-]{43}</code>")]
    private static partial Regex Shown();
}
