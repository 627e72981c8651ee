using Ilnp.Committee.Acts;
using Ilnp.Tests.Storage;

namespace Ilnp.Tests.Committee.Acts;

/// <summary>One press that comes twice at the same time, in each order of what the two do.</summary>
public sealed class CommitteeActStoreTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    static readonly CommitteeAct Act = new("P1", new(2026, 3, 4, 12, 0, 0, TimeSpan.Zero), "ada", "pause");

    readonly string cohort = $"c{Guid.NewGuid():N}";
    readonly CommitteeActStore store = new(azurite.Tables);

    [Fact]
    public async Task GivenTwoAtOnce_WhenTheSecondDoesItAndTheFirstThenCannot_ThenItStaysWrittenAsDone()
    {
        var first = await DoAsync(async begun =>
        {
            Assert.False(begun.IsAgain);
            Assert.True(await DoAsync(again => Task.FromResult(again.IsAgain)));
            return false;
        });

        Assert.True(first);
        Assert.True(Assert.Single(await store.ListAsync(cohort, "P1")).IsDone);
    }

    [Fact]
    public async Task GivenTwoAtOnce_WhenTheSecondCannotAndTheFirstThenDoesIt_ThenItStaysWrittenAsDone()
    {
        var first = await DoAsync(async _ => !await DoAsync(_ => Task.FromResult(false)));

        Assert.True(first);
        Assert.True(Assert.Single(await store.ListAsync(cohort, "P1")).IsDone);
    }

    [Fact]
    public async Task GivenTwoAtOnce_WhenNeitherCan_ThenNothingStaysWritten()
    {
        Assert.False(await DoAsync(_ => DoAsync(_ => Task.FromResult(false))));
        Assert.Empty(await store.ListAsync(cohort, "P1"));
    }

    [Fact]
    public async Task GivenAPressThatEndedHalfWay_WhenItComesAgain_ThenItGoesOnAsItWasBegunAndADoneOneIsNotDoneAgain()
    {
        await Assert.ThrowsAsync<TimeoutException>(() => DoAsync(_ => throw new TimeoutException()));
        Assert.True((await store.DoOnceAsync(
            cohort, "press", Act with { At = Act.At.AddHours(1) },
            begun => Task.FromResult(begun.IsAgain && begun.Act.At == Act.At), default)).IsDone);
        Assert.True(await DoAsync(_ => throw new TimeoutException()));
        Assert.Single(await store.ListAsync(cohort, "P1"));
    }

    [Fact]
    public async Task GivenTwoWhoSawTheSame_WhenTheSecondDecidesOtherwise_ThenNothingIsDoneAndTheyAreToldWhoWasFirst()
    {
        Assert.True((await ByOneAsync(Act, _ => Task.FromResult(true))).IsDone);
        var second = await ByOneAsync(
            Act with { MemberId = "bo", Action = "leave" }, _ => throw new InvalidOperationException("It was done."));
        Assert.False(second.IsDone);
        Assert.Equal(("ada", "pause", true), (second.First!.MemberId, second.First.Action, second.First.IsDone));
    }

    [Fact]
    public async Task GivenOneWhoEndedHalfWay_WhenAnotherPresses_ThenItWaitsForTheirPatienceAndBothStayWritten()
    {
        await Assert.ThrowsAsync<TimeoutException>(() => ByOneAsync(Act, _ => throw new TimeoutException()));
        CommitteeAct Later(TimeSpan after) => Act with { MemberId = "bo", At = Act.At + after };

        var soon = await ByOneAsync(Later(CommitteeActStore.Patience / 2), _ => throw new InvalidOperationException("It was done."));
        var late = await ByOneAsync(Later(CommitteeActStore.Patience), _ => Task.FromResult(true));

        Assert.Equal(("ada", false), (soon.First!.MemberId, soon.First.IsDone));
        Assert.True(late.IsDone);
        Assert.Equal([("ada", false), ("bo", true)], (await store.ListAsync(cohort, "P1")).Select(act => (act.MemberId, act.IsDone)));
    }

    [Fact]
    public async Task GivenTwoWhoSawTheSame_WhenTheFirstCannot_ThenTheSecondDoes()
    {
        Assert.False((await ByOneAsync(Act, _ => Task.FromResult(false))).IsDone);
        Assert.True((await ByOneAsync(Act with { MemberId = "bo" }, _ => Task.FromResult(true))).IsDone);
    }

    [Fact]
    public async Task GivenAPressThatEndedHalfWay_WhenAnotherWasWrittenSince_ThenItIsOvertaken()
    {
        var begun = await store.BeginAsync(cohort, "press", Act, default);
        Assert.False(await store.IsOvertakenAsync(begun, default));
        await store.BeginAsync(cohort, "other", Act with { MemberId = "bo", At = Act.At.AddMinutes(1) }, default);
        Assert.True(await store.IsOvertakenAsync(begun, default));
    }

    Task<PressEnd> ByOneAsync(CommitteeAct act, Func<BegunAct, Task<bool>> does) =>
        store.DoByOneAsync(cohort, $"press of {act.MemberId}", "pause 0", act, does, default);

    async Task<bool> DoAsync(Func<BegunAct, Task<bool>> does) => (await store.DoOnceAsync(cohort, "press", Act, does, default)).IsDone;
}
