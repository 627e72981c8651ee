using Ilnp.Tests.Mail;
using Ilnp.Tests.Pages;
using Microsoft.DurableTask.Client;

namespace Ilnp.Tests.WholeCohort.Stopped;

/// <summary>
/// What fails for good reaches a person, and one press mends it: through the host's timers, the mailbox and the pages, as the
/// technical member of a small committee meets it. Pictures go to the build output.
/// </summary>
public sealed class StoppedCohortTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [Fact]
    public async Task GivenACohortThatFailedForGood_WhenItsTechnicalMemberPressesTheMailedButton_ThenItGoesOnToItsEnd()
    {
        await using var stopped = await StoppedCohort.StopAsync(browser);
        Assert.Equal(OrchestrationRuntimeStatus.Failed, await stopped.StatusAsync());
        var before = await stopped.OverviewAsync("untold");
        Assert.Contains("Stopped by a failure", before, StringComparison.Ordinal);
        Assert.Contains("Within six hours", before, StringComparison.Ordinal);

        var mail = await stopped.NextMailAsync();
        Assert.Equal("bengt.akerlund@committee.example.org", mail.To.Single().Address);
        await stopped.PictureAsync("mail", mail);
        Assert.Contains("Asked: Bengt", await stopped.OverviewAsync("asked"), StringComparison.Ordinal);

        var link = StoppedCohort.Link(mail);
        await stopped.LookAtPageAsync("page", link);
        var (pressed, forwarded) = (await stopped.FillAsync(link), await stopped.FillAsync(link));
        var recorded = await stopped.PressAsync(pressed);
        Assert.Equal(OrchestrationRuntimeStatus.Running, await stopped.StatusAsync());
        Assert.DoesNotContain("What stopped", await stopped.OverviewAsync("goes-on"), StringComparison.Ordinal);

        Assert.Equal(recorded, await stopped.PressAsync(forwarded));
        await stopped.LookAtPageAsync("recorded", link);
        await stopped.PlayOnAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Completed, await stopped.StatusAsync());
        Assert.Single(await stopped.MailsAsync("orchestration-failed"));
        Assert.Single(await stopped.MailsAsync("decision-noted"), receipt =>
            receipt.Text.Unwrapped() is var text && text.Contains("Something stopped", StringComparison.Ordinal)
                && !text.Contains("stays open", StringComparison.Ordinal));
    }
}
