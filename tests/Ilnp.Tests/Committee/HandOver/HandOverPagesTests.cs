using System.Net;
using Ilnp.Approvals;
using Ilnp.Links;
using Ilnp.Programme;
using Ilnp.Tests.Pages;
using Microsoft.Extensions.Options;

namespace Ilnp.Tests.Committee.HandOver;

/// <summary>What whoever takes a cohort over reads.</summary>
public sealed class HandOverPagesTests(WebHostFixture web) : IClassFixture<WebHostFixture>
{
    [Fact]
    public async Task GivenACohort_WhenALeadOpensIt_ThenPeopleDaysDecisionsAndNamesOfKeysAreThereAndNoKey()
    {
        var (cohort, cookie) = await CohortAsync();
        await web.Get<DecisionLinks>().OpenAsync(new()
        {
            CohortId = cohort,
            DecisionId = "liaison-silence-G001-1-0-liaison-P2",
            Form = "liaison-silence",
            SubjectId = "liaison",
            ClosesAt = web.Clock.Now.AddDays(30),
            Facts = new Dictionary<string, string> { ["about"] = "王小明", ["liaison"] = "José Álvarez" },
        });

        var (status, encoded) = await CommitteeVisit.GetAsync(web, $"/cohorts/{cohort}/hand-over", cookie);
        var html = WebUtility.HtmlDecode(encoded);

        Assert.Equal(HttpStatusCode.OK, status);
        foreach (var member in SampleCohort.Settings(cohort).Committee)
            Assert.Contains($"<bdi>{member.Email}</bdi>", html, StringComparison.Ordinal);
        Assert.Contains("<td class=\"number\" data-label=\"Groups now\">1</td>", html, StringComparison.Ordinal);
        Assert.Contains("Decide what waits, from below.", html, StringComparison.Ordinal);
        Assert.Contains("This stays open as long as ", html, StringComparison.Ordinal);
        Assert.Contains("certificates and report", html, StringComparison.Ordinal);
        Assert.Contains($"\"id\": \"{cohort}\"", html, StringComparison.Ordinal);
        var keys = web.Get<IOptions<SigningOptions>>().Value.SigningKeys;
        Assert.NotEmpty(keys);
        Assert.All(keys, key => Assert.Contains($"<code>Approvals__SigningKeys__{key.Key}</code>", html, StringComparison.Ordinal));
        Assert.All(keys, key => Assert.DoesNotContain(key.Value, html, StringComparison.Ordinal));
        Assert.DoesNotContain(WebHostFixture.MailboxKey, html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenALiaison_WhenTheyOpenIt_ThenTheyAreToldToAskALead()
    {
        var (cohort, _) = await CohortAsync();
        var (status, html) = await CommitteeVisit.GetAsync(
            web, $"/cohorts/{cohort}/hand-over", await CommitteeVisit.SignInAsync(web, cohort, "liaison"));
        Assert.Equal((HttpStatusCode.Forbidden, false), (status, html.Contains("Approvals__", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task GivenTheFunctionKey_WhenNobodyCanSignIn_ThenTheSameComesAsAFile()
    {
        var (cohort, _) = await CohortAsync();
        using var answer = await web.Client.PostAsync($"/cohorts/{cohort}/hand-over?code={WebHostFixture.FunctionKey}", null);
        Assert.Equal(
            (HttpStatusCode.OK, $"attachment; filename={cohort}-hand-over.html"),
            (answer.StatusCode, answer.Content.Headers.ContentDisposition?.ToString()));
        Assert.Contains("In the first week", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var unknown = await web.Client.PostAsync($"/cohorts/nowhere/hand-over?code={WebHostFixture.FunctionKey}", null);
        using var stranger = await web.Client.PostAsync($"/cohorts/{cohort}/hand-over", null);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.Unauthorized), (unknown.StatusCode, stranger.StatusCode));
    }

    async Task<(string Cohort, string Cookie)> CohortAsync()
    {
        var id = $"c{Guid.NewGuid():N}"[..12];
        await web.Get<CohortStore>().TryAddAsync(SampleCohort.Settings(id));
        await web.Get<PeopleStore>().TryAddAsync(SampleCohort.Person(id, "P2", "王小明", "CN", Standing.Active) with { GroupId = "G001" });
        await web.Get<GroupStore>().PutManyAsync(
            id,
            [new()
            {
                CohortId = id,
                GroupId = "G001",
                Members = ["P1", "P2"],
                Status = GroupStatus.Active,
                LiaisonId = "liaison",
                FormedAt = web.Clock.Now,
            }]);
        return (id, await CommitteeVisit.SignInAsync(web, id));
    }
}
