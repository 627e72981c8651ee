using Ilnp.Mail;
using Ilnp.Mail.Ledger;
using Ilnp.Tests.Pages;

namespace Ilnp.Tests.Committee.Overview;

/// <summary>Mails that may not have gone out, on the overview through real HTTP.</summary>
public sealed class StuckOnOverviewTests(WebHostFixture web) : IClassFixture<WebHostFixture>
{
    [Fact]
    public async Task GivenAMailThatMayNotHaveGoneOut_WhenALeadOpensTheOverview_ThenItLeadsToThePersonAndALiaisonSeesNothingOfIt()
    {
        var cohort = await web.CohortAsync(SampleCohort.Person("", "P1", "عبد الله <b>بن</b> يوسف", "EG"));
        var claimed = web.Clock.Now.AddDays(-3);
        await web.Get<MailLedger>().AddAsync(
            new()
            {
                Key = new(cohort, "prompt", "1", "P1"),
                Template = "prompt",
                Language = "ar",
                Stream = MailStream.Essential,
                Status = MailStatus.Unknown,
                FirstAttemptAt = claimed,
                ClaimedAt = claimed,
                ClaimedBy = "gone",
                Sender = "sendgrid",
            },
            default);

        var lead = await PageAsync(cohort, "lead");
        Assert.Contains(
            "One mail may not have gone out",
            lead.Replace("<bdi>", "", StringComparison.Ordinal).Replace("</bdi>", "", StringComparison.Ordinal),
            StringComparison.Ordinal);
        Assert.Contains($"<a href=\"/cohorts/{cohort}/people/P1\">عبد الله &lt;b&gt;بن&lt;/b&gt; يوسف</a>", lead, StringComparison.Ordinal);
        Assert.DoesNotContain("may not have gone out", await PageAsync(cohort, "liaison"), StringComparison.Ordinal);
    }

    async Task<string> PageAsync(string cohort, string member)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/cohorts/{cohort}");
        request.Headers.Add("Cookie", await CommitteeVisit.SignInAsync(web, cohort, member));
        using var answer = await web.Client.SendAsync(request);
        return await answer.Content.ReadAsStringAsync();
    }
}
