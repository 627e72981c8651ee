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
        Assert.True(await store.DoOnceAsync(cohort, "press", Act with { At = Act.At.AddHours(1) }, begun => Task.FromResult(begun.IsAgain && begun.Act.At == Act.At), default));
        Assert.True(await DoAsync(_ => throw new TimeoutException()));
        Assert.Single(await store.ListAsync(cohort, "P1"));
    }

    Task<bool> DoAsync(Func<BegunAct, Task<bool>> does) => store.DoOnceAsync(cohort, "press", Act, does, default);
}
