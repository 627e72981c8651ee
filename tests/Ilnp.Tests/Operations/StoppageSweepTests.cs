using Ilnp.Approvals;
using Ilnp.Operations;
using Ilnp.Orchestration;
using Ilnp.Tests.Mail;
using Ilnp.Tests.Storage;
using Microsoft.DurableTask.Client;

namespace Ilnp.Tests.Operations;

/// <summary>From a failure in the task hub to the mail, the answer and the rewind, over Azurite.</summary>
public sealed class StoppageSweepTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>, IDisposable
{
    readonly StoppedApp app = new(azurite.ConnectionString);

    DateTimeOffset HourAgo => app.Clock.Now.AddHours(-1);

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task GivenAFailure_WhenSweptThreeTimes_ThenTheTechnicalMemberIsToldOnceInPlainWordsWithoutPersonalData()
    {
        var cohort = await app.CohortAsync();
        app.Hub.Fail($"group-{cohort}-G012", HourAgo, Histories.FailedActivity());
        for (var i = 0; i < 3; i++) await app.SweepAsync();

        var mail = Assert.Single(await app.MailsAsync(cohort));
        Assert.Equal("tess@example.org", mail.To.Single().Address);
        Assert.Equal("A part of ILNP Spring-Summer 2020 stopped: the care for group G012", mail.Subject);
        string[] said =
        [
            "SendPulse", "Azure.RequestFailedException", "Wednesday, 3 June 2020 06:00 (Chicago Time)", $"group-{cohort}-G012",
            "every 3 days",
        ];
        Assert.All(said, words => Assert.Contains(words, mail.Text.Unwrapped(), StringComparison.Ordinal));
        Assert.DoesNotContain("María", mail.Text + mail.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenAParentThatFailedByItsChild_WhenToldAndLetGoOn_ThenTheTopmostAloneIsToldAndRewound()
    {
        var cohort = await app.CohortAsync();
        app.Hub.Fail($"matching-{cohort}", HourAgo, Histories.FailedActivity("ProposeMatches"));
        app.Hub.Fail($"cohort-{cohort}", HourAgo.AddSeconds(2), Histories.FailedChild($"matching-{cohort}"));
        await app.SweepAsync();
        await app.DecideAsync(cohort, "tess", StoppedForm.GoOn);

        var mail = Assert.Single(await app.MailsAsync(cohort));
        Assert.Contains("stopped: the matching, and with it the cohort's timetable", mail.Subject, StringComparison.Ordinal);
        Assert.Contains("ProposeMatches", mail.Text, StringComparison.Ordinal);
        Assert.Equal([$"cohort-{cohort}"], app.Hub.Rewound);
    }

    [Fact]
    public async Task GivenManyFailuresAtOnce_WhenSwept_ThenOneMailTellsOfAllAndOnePressLetsAllGoOn()
    {
        var cohort = await app.CohortAsync();
        for (var group = 1; group <= 30; group++)
            app.Hub.Fail($"group-{cohort}-G{group:D3}", HourAgo.AddSeconds(group), Histories.FailedActivity());
        await app.SweepAsync();
        await app.DecideAsync(cohort, "tess", StoppedForm.GoOn);

        var mail = Assert.Single(await app.MailsAsync(cohort));
        Assert.Contains("stopped: the care for 30 groups", mail.Subject, StringComparison.Ordinal);
        Assert.Contains("and 18 more", mail.Text.Unwrapped(), StringComparison.Ordinal);
        Assert.Equal(30, app.Hub.Rewound.Count);
    }

    [Fact]
    public async Task GivenAnAnswer_WhenGivenTwiceAndByTwo_ThenItGoesOnOnce()
    {
        var cohort = await app.CohortAsync();
        app.Hub.Fail($"cohort-{cohort}", HourAgo, Histories.FailedActivity());
        await app.SweepAsync();
        app.Clock.Now = app.Clock.Now.AddDays(3);
        await app.SweepAsync();
        await app.DecideAsync(cohort, "tess", StoppedForm.GoOn);
        await app.DecideAsync(cohort, "tess", StoppedForm.GoOn);
        await app.DecideAsync(cohort, "ada", StoppedForm.GoOn);

        Assert.Equal([$"cohort-{cohort}"], app.Hub.Rewound);
        Assert.Empty(await app.Get<DecisionStore>().UnannouncedAsync(cohort));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task GivenATaskHubThatBreaksAtTheRewind_WhenTheAnswerIsAnnouncedAgain_ThenItGoesOnOnce(bool afterIt)
    {
        var cohort = await app.CohortAsync();
        app.Hub.Fail($"cohort-{cohort}", HourAgo, Histories.FailedActivity());
        await app.SweepAsync();
        app.Hub.NextRewindBreaks = (afterIt, Grpc.Core.StatusCode.Unavailable);
        await Assert.ThrowsAsync<TransientFailure>(() => app.DecideAsync(cohort, "tess", StoppedForm.GoOn));
        await app.Get<AnnouncementSweep>().AnnounceLeftDecisions(new(), app.Hub, CancellationToken.None);

        Assert.Equal([$"cohort-{cohort}"], app.Hub.Rewound);
        Assert.Empty(await app.Get<DecisionStore>().UnannouncedAsync(cohort));
    }

    [Fact]
    public async Task GivenItFailsAnewAfterItWentOn_WhenSwept_ThenItIsANewQuestionAndTheOldAnswerTouchesNothing()
    {
        var cohort = await app.CohortAsync();
        app.Hub.Fail($"cohort-{cohort}", HourAgo, Histories.FailedActivity());
        await app.SweepAsync();
        await app.DecideAsync(cohort, "tess", StoppedForm.GoOn);
        var first = (await app.Get<DecisionStore>().ListAsync(cohort)).Single();
        app.Clock.Now = app.Clock.Now.AddHours(6);
        app.Hub.Fail($"cohort-{cohort}", HourAgo, Histories.FailedActivity());
        await app.Get<GoingOn>().ApplyAsync(first, app.Hub, CancellationToken.None);
        Assert.Single(app.Hub.Rewound);
        await app.SweepAsync();

        Assert.Equal("Tess Tess", await app.WrittenToAsync(cohort));
        await app.DecideAsync(cohort, "tess", StoppedForm.GoOn);
        Assert.Equal(2, app.Hub.Rewound.Count);
    }

    [Fact]
    public async Task GivenNobodyDecides_WhenDaysPass_ThenItIsAskedAgainAndTheLeadsToo_AndNoLongerOnceItIsLeft()
    {
        var cohort = await app.CohortAsync();
        app.Hub.Fail($"group-{cohort}-G012", HourAgo, Histories.FailedActivity());
        for (var sweep = 0; sweep < 16; sweep++, app.Clock.Now = app.Clock.Now.AddHours(6)) await app.SweepAsync();
        Assert.Equal(["Ada", "Tess", "Tess"], (await app.WrittenToAsync(cohort)).Split(' ').Order());

        await app.DecideAsync(cohort, "ada", "leave");
        for (var sweep = 0; sweep < 40; sweep++, app.Clock.Now = app.Clock.Now.AddHours(6)) await app.SweepAsync();
        Assert.Equal(3, (await app.MailsAsync(cohort)).Count);
        Assert.Empty(app.Hub.Rewound);
    }

    [Fact]
    public async Task GivenSomethingThatCannotBeRewound_WhenSwept_ThenThatIsSaidOnceAndNothingIsAsked()
    {
        var cohort = await app.CohortAsync();
        app.Hub.Fail($"group-{cohort}-G012", HourAgo, Histories.FailedAfterARetry());
        for (var sweep = 0; sweep < 20; sweep++, app.Clock.Now = app.Clock.Now.AddHours(6)) await app.SweepAsync();

        Assert.Contains(
            "No button can let it go on", Assert.Single(await app.MailsAsync(cohort)).Text.Unwrapped(), StringComparison.Ordinal);
        Assert.Empty(await app.Get<DecisionStore>().ListAsync(cohort));
    }

    [Fact]
    public async Task GivenAFailureOfNoCohort_WhenSwept_ThenThePeopleOfACohortThatRunsAreTold_AndOfOneThatEndedAreNot()
    {
        var cohort = await app.CohortAsync();
        app.Hub.Fail("6f1d1c1c0d4a", HourAgo, Histories.FailedActivity());
        await app.SweepAsync();
        Assert.Contains("belongs to no cohort", Assert.Single(await app.MailsAsync(cohort)).Subject, StringComparison.Ordinal);

        app.Clock.Now = app.Clock.Now.AddYears(30);
        app.Hub.Fail("7e2d1c1c0d4a", HourAgo, Histories.FailedActivity());
        await app.SweepAsync();
        Assert.Single(await app.MailsAsync(cohort));
    }

    [Fact]
    public async Task GivenInstancesThatDidNotFail_WhenSwept_ThenNothingIsSaid()
    {
        var cohort = await app.CohortAsync();
        app.Hub.Put($"cohort-{cohort}", OrchestrationRuntimeStatus.Running, HourAgo);
        app.Hub.Put($"group-{cohort}-G1", OrchestrationRuntimeStatus.Terminated, HourAgo);
        await app.SweepAsync();
        Assert.Empty(await app.MailsAsync(cohort));
    }
}
