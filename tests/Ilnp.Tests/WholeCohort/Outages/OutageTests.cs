using System.Globalization;
using Ilnp.Programme;
using Ilnp.Tests.Storage;
using Microsoft.DurableTask.Client;
using Xunit.Abstractions;

namespace Ilnp.Tests.WholeCohort.Outages;

/// <summary>A cohort in which storage is away now and then comes to what it comes to otherwise.</summary>
public sealed class OutageTests(ITestOutputHelper output, CalmCohort calm) : IClassFixture<CalmCohort>
{
    /// <summary>Set it to the number that a failed run told, to see that run again.</summary>
    const string SeedVariable = "ILNP_OUTAGE_SEED";

    const int AmongAnswers = 4;

    [Theory]
    [InlineData(nameof(StorageFault.Busy))]
    [InlineData(nameof(StorageFault.ConnectionLost))]
    public async Task GivenOutagesOfAMinuteInEveryPhase_WhenACohortRuns_ThenItEndsWithTheSamePairsCertificatesAndMails(string fault)
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable(SeedVariable), CultureInfo.InvariantCulture, out var given)
            ? given
            : Random.Shared.Next();
        output.WriteLine($"{SeedVariable}={seed}");
        var outages = Plan(new Random(seed));
        output.WriteLine(string.Join(Environment.NewLine, outages));

        var played = await SmallCohort.PlayAsync(Enum.Parse<StorageFault>(fault), outages);

        Assert.Equal(OrchestrationRuntimeStatus.Completed, played.Status);
        Assert.Empty(played.Stopped);
        Assert.Equal(calm.Cohort.Pairs, played.Pairs);
        Assert.Equal(calm.Cohort.Mails, played.Mails);
        Assert.Equal(calm.Cohort.Certificates, played.Certificates);
        Assert.Contains(played.Journal, act => act.Outcome == "Away");
        Assert.Contains(played.Journal, act => act.Outcome == "ServiceUnavailable");
    }

    /// <summary>
    /// Each begins with any request to storage of its phase; further ones with an application and with people's answers, which
    /// are given late then, as a page asked for it.
    /// </summary>
    List<Outage> Plan(Random random)
    {
        var calendar = new ProgrammeCalendar(SmallStage.Input.Settings);
        DateTime[] phases =
        [
            calendar.Announce, calendar.ApplicationsClose, calendar.AskAvailability, calendar.AvailabilityCloses, calendar.Introduce,
            calendar.Introduce.AddDays(1), calendar.MidSurvey, calendar.FinalSurvey, calendar.End, calendar.End.AddDays(60),
        ];
        var outages = phases.Zip(phases.Skip(1), (from, until) => InPhase(from, until, random)).ToList();
        var applications = calm.Cohort.Journal.Where(act => act.Act == "apply").ToList();
        var answers = calm.Cohort.Journal.Where(act => act.Act != "apply").ToList();
        outages.Add(new(random.GetItems([.. applications], 1)[0].At, 0));
        outages.AddRange(random.GetItems([.. answers], AmongAnswers).Select(answer => new Outage(answer.At, 0)));
        return [.. outages.OrderBy(outage => outage.From).ThenBy(outage => outage.Requests)];
    }

    Outage InPhase(DateTime from, DateTime until, Random random)
    {
        var requests = calm.Cohort.Asked.Where(at => at >= from && at < until && !IsSweep(at)).ToList();
        Assert.True(requests.Count > 0, $"Nothing is asked of storage from {from} to {until}.");
        var chosen = random.Next(requests.Count);
        return new(requests[chosen], chosen - requests.IndexOf(requests[chosen]));
    }

    /// <summary>The sweeps are most of all requests; of the outages, they get their share by those that come late.</summary>
    internal static bool IsSweep(DateTimeOffset at) => at is { Minute: 23 or 53, Second: 0 };
}

/// <summary>The cohort without outages, played once.</summary>
public sealed class CalmCohort : IAsyncLifetime
{
    internal SmallCohort Cohort { get; private set; } = null!;

    public async Task InitializeAsync() => Cohort = await SmallCohort.PlayAsync(StorageFault.None, []);

    public Task DisposeAsync() => Task.CompletedTask;
}
