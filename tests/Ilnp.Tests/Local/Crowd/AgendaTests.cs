using Simulation.Time;
using Ilnp.Local.Pilot.Crowd;

namespace Ilnp.Tests.Local.Crowd;

public sealed class AgendaTests
{
    static readonly DateTimeOffset Start = new(2020, 3, 2, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task GivenActsInAnyOrder_WhenTimePasses_ThenEachIsDoneAtItsMomentWithTimeStandingStill()
    {
        await using var clock = new SimulatedClock(Start);
        await using var agenda = new Agenda(clock);
        var done = new List<(string Act, DateTimeOffset At)>();
        Func<Task> Act(string name) => async () =>
        {
            done.Add((name, clock.GetUtcNow()));
            await Task.Yield();
            Assert.Equal(done[^1].At, clock.GetUtcNow());
        };
        agenda.Add(Start.AddDays(2), "c", async () =>
        {
            await Act("c")();
            agenda.Add(Start.AddDays(1), "late", Act("late"));
        });
        agenda.Add(Start.AddDays(1), "b", Act("b"));
        agenda.Add(Start.AddDays(1), "a", Act("a"));

        await RunAsync(agenda, clock, until: Start.AddDays(3));

        Assert.Equal([("a", 1), ("b", 1), ("c", 2), ("late", 2)], done.Select(act => (act.Act, (act.At - Start).Days)));
    }

    [Fact]
    public async Task GivenAnActThatFails_WhenItsMomentComes_ThenTheRunFails()
    {
        await using var clock = new SimulatedClock(Start);
        await using var agenda = new Agenda(clock);
        agenda.Add(Start.AddHours(1), "x", () => throw new InvalidDataException("broken"));
        clock.Start();
        await Assert.ThrowsAsync<InvalidDataException>(() => agenda.RunAsync(CancellationToken.None));
    }

    static async Task RunAsync(Agenda agenda, SimulatedClock clock, DateTimeOffset until)
    {
        using var ended = new CancellationTokenSource();
        var running = agenda.RunAsync(ended.Token);
        await clock.RunUntilIdleAsync(until);
        await ended.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }
}
