using Ilnp.Approvals;
using Ilnp.Tests.Mail;
using Ilnp.Tests.Orchestration;
using Ilnp.Tests.Pages;

namespace Ilnp.Tests.Approvals;

/// <summary>When somebody who changes an answer hears of it by mail, through real HTTP and the simulated task hub.</summary>
public sealed class ReceiptTests(WebHostFixture web) : IClassFixture<WebHostFixture>
{
    static readonly string[] Choices = ["yes", "later", "no"];

    [Fact]
    public async Task GivenFiftyChangesWithinMinutes_WhenTheAnswerSettles_ThenOneReceiptSaysTheLastAndThePageSaidEach()
    {
        var (cohort, link) = await OpenAsync();
        for (var change = 0; change < 50; change++)
        {
            web.Clock.Now = web.Clock.Now.AddSeconds(20);
            await PressAsync(link, Choices[change % 3]);
            Assert.Contains(
                $"<dd><bdi>{Words(Choices[change % 3])}</bdi></dd>", await web.Client.GetStringAsync(link), StringComparison.Ordinal);
        }

        Assert.Empty(await web.ReceiptsAsync(cohort));
        await web.SettleAsync(cohort);

        var receipt = Assert.Single(await web.ReceiptsAsync(cohort));
        Assert.Contains(Words("later"), receipt.Text.Unwrapped(), StringComparison.Ordinal);
        Assert.Equal(50, (await web.Get<DecisionStore>().AuditAsync(cohort, "availability-P1")).Count);
    }

    [Fact]
    public async Task GivenAReceipt_WhenTheAnswerIsChangedAfterIt_ThenThereIsOneMoreWithTheChange()
    {
        var (cohort, link) = await OpenAsync();
        await PressAsync(link, "yes");
        await web.SettleAsync(cohort);
        await PressAsync(link, "no");
        await PressAsync(link, "no");
        await web.SettleAsync(cohort);
        await web.SettleAsync(cohort);

        var receipts = await web.ReceiptsAsync(cohort);
        Assert.Equal([true, false], receipts.Select(receipt => receipt.Text.Contains(Words("yes"), StringComparison.Ordinal)));
        Assert.Contains(Words("no"), receipts[1].Text.Unwrapped(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenAnAnswerThatEndsAtTheQuietTimesEnd_WhenOneChangesItJustBefore_ThenTheFirstSendsNothing()
    {
        var (cohort, link) = await OpenAsync();
        await PressAsync(link, "yes");
        web.Clock.Now = web.Clock.Now.AddMinutes(4.9);
        await PressAsync(link, "no");
        web.Clock.Now = web.Clock.Now.AddMinutes(1);
        await web.Durable.EndAsync($"receipt-{cohort}-availability-P1-1");
        Assert.Empty(await web.ReceiptsAsync(cohort));
        await web.SettleAsync(cohort);

        Assert.Contains(Words("no"), Assert.Single(await web.ReceiptsAsync(cohort)).Text.Unwrapped(), StringComparison.Ordinal);
    }

    static string Words(string choice) =>
        choice switch { "yes" => "Yes, I will take part", "no" => "No, thank you", _ => "Not now, but next time" };

    async Task PressAsync(string link, string choice)
    {
        using var answer = await web.Client.PostAsync(link, new FormUrlEncodedContent([KeyValuePair.Create("choice", choice)]));
        Assert.Equal(System.Net.HttpStatusCode.SeeOther, answer.StatusCode);
    }

    async Task<(string Cohort, string Link)> OpenAsync()
    {
        var cohort = await web.CohortAsync(SampleCohort.Person("", "P1", "Amina Person", "GH"));
        var request = new DecisionRequest
        {
            CohortId = cohort,
            DecisionId = "availability-P1",
            Form = "availability",
            SubjectId = "P1",
            ClosesAt = web.Clock.Now.AddDays(7),
        };
        return (cohort, (await web.Get<DecisionLinks>().OpenAsync(request)).PathAndQuery);
    }
}
