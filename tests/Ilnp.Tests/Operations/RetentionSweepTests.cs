using Ilnp.Intake.Stray;
using Ilnp.Operations.Retention;
using Ilnp.Privacy;
using Ilnp.Programme;
using Ilnp.Tests.Mail;
using Ilnp.Tests.Programme;
using Ilnp.Tests.Storage;
using Ilnp.Texts;
using Ilnp.Usage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

namespace Ilnp.Tests.Operations;

/// <summary>What a night looks at, over Azurite; what each room forgets is tested with the rooms.</summary>
public sealed class RetentionSweepTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    readonly SetClock clock = new();
    readonly Records people = new();
    readonly Records others = new();

    [Fact]
    public async Task GivenACohortThatIsOver_WhenNightsPass_ThenItIsForgottenAndLookedAtOnceAMonthFromThenOn()
    {
        var cohort = await OverAsync(new(2023, 5, 10, 3, 37, 0, TimeSpan.Zero));
        people.Left[cohort] = 7000;
        others.Left[cohort] = 3;

        var looked = new List<int>();
        for (var night = 1; night <= 24; night++)
        {
            people.Looks.Clear();
            await SweepAsync();
            looked.Add(people.Looks.Count(one => one == cohort));
            clock.Now += TimeSpan.FromDays(1);
        }

        // 10 to 12 May there was something, on 13 May nothing; then 1 June.
        Assert.Equal([1, 1, 1, .. Enumerable.Repeat(0, 19), 1, 0], looked);
        Assert.Equal((0, 0), (people.Left[cohort], others.Left[cohort]));
    }

    [Fact]
    public async Task GivenACohortThatWasForgotten_WhenSomethingComesLate_ThenTheNextMonthForgetsItToo()
    {
        var cohort = await OverAsync(new(2023, 5, 30, 3, 37, 0, TimeSpan.Zero));
        await SweepAsync();
        others.Left[cohort] = 1;
        clock.Now += TimeSpan.FromDays(1);
        await SweepAsync();
        Assert.Equal(1, others.Left[cohort]);
        clock.Now += TimeSpan.FromDays(1);
        await SweepAsync();
        Assert.Equal(0, others.Left[cohort]);
    }

    [Fact]
    public async Task GivenACohortThatWasForgotten_WhenYearsPass_ThenNobodyLooksAnyMore()
    {
        var cohort = await OverAsync(new(2023, 5, 30, 3, 37, 0, TimeSpan.Zero));
        await SweepAsync();
        people.Looks.Clear();
        for (var month = 6; month < 6 + 24; month++)
        {
            clock.Now = new DateTimeOffset(2023, 1, 1, 3, 37, 0, TimeSpan.Zero).AddMonths(month - 1);
            await SweepAsync();
        }

        Assert.Equal(6, people.Looks.Count(one => one == cohort)); // June to November
    }

    [Fact]
    public async Task GivenAMessageForNoRound_WhenItsDaysAreOver_ThenTheNightLetsItGo()
    {
        var (strays, named) = (new StrayStore(azurite.Blobs), $"w{Guid.NewGuid():N}");
        clock.Now = new(2023, 5, 30, 3, 37, 0, TimeSpan.Zero);
        await strays.TryKeepAsync((named, null), "one", new("tally", clock.Now, new([1], "application/json"), new(2023, 5, 30)), default);

        foreach (var left in new[] { 1, 0 })
        {
            await SweepAsync();
            Assert.Equal(left, (await strays.ListAsync("tally", default)).Count(message => message.Named == named));
            clock.Now += TimeSpan.FromDays(1);
        }
    }

    [Fact]
    public async Task GivenDaysOfUse_WhenEveryCohortThatIsHeldBeganLater_ThenTheNightLetsThemGo()
    {
        await OverAsync(new(2023, 5, 10, 3, 37, 0, TimeSpan.Zero));
        var announced = Cohorts.Pilot.Dates.Announce;
        foreach (var day in new[] { announced.AddDays(-1), announced })
        {
            clock.Now = new(day, new(12, 0), TimeSpan.Zero);
            var count = new UsageCount(new());
            IHostedService process = Usage(count);
            count.Executed("timerTrigger");
            await process.StopAsync(default);
        }

        clock.Now = new(2023, 5, 10, 3, 37, 0, TimeSpan.Zero);
        await SweepAsync();
        Assert.Equal(announced, (await Usage(new(new())).BetweenAsync(announced.AddDays(-9), announced, default)).From);
    }

    /// <summary>A cohort of its own, whose people are to be forgotten at that moment.</summary>
    async Task<string> OverAsync(DateTimeOffset now)
    {
        clock.Now = now;
        var settings = Cohorts.Pilot with { Id = $"c-{Guid.NewGuid():N}"[..12] };
        await new CohortStore(azurite.Tables).TryAddAsync(settings);
        Assert.True(RetentionRules.IsOver(settings, now));
        return settings.Id;
    }

    Task SweepAsync() =>
        new RetentionSweep(
            new(azurite.Tables), new(azurite.Tables), new(new(azurite.Blobs), new(azurite.Blobs)),
            new([people], [others], new(azurite.Tables)), new(Usage(new(new())), new(azurite.Tables), []), clock,
            NullLogger<RetentionSweep>.Instance).LetGoWhatIsDue(new(), new StoppedHub(), default);

    UsageLedger Usage(UsageCount count) => new(azurite.Tables, count, clock, NullLogger<UsageLedger>.Instance);

    /// <summary>A room's records, by cohort.</summary>
    sealed class Records : IPersonalData, IGoesWithCohort
    {
        public Dictionary<string, int> Left { get; } = [];

        public List<string> Looks { get; } = [];

        public HeldData What { get; } = new("records", ErasureTurn.Records);

        public Task<int> ForgetAsync(string cohortId, int most, CancellationToken cancellation)
        {
            Looks.Add(cohortId);
            var gone = Math.Min(most, Left.GetValueOrDefault(cohortId));
            Left[cohortId] = Left.GetValueOrDefault(cohortId) - gone;
            return Task.FromResult(gone);
        }

        public Task<IReadOnlyList<Holding>> ExportAsync(DataSubject who, PageTexts words, CancellationToken cancellation) =>
            throw new NotSupportedException();

        public Task EraseAsync(DataSubject who, CancellationToken cancellation) => throw new NotSupportedException();
    }
}
