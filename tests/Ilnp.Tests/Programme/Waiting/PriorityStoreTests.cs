using Ilnp.Programme;
using Ilnp.Programme.Waiting;
using Ilnp.Tests.Intake;
using Ilnp.Tests.Storage;
using Microsoft.Extensions.Options;

namespace Ilnp.Tests.Programme.Waiting;

/// <summary>Colleagues of one library share its address: the priority is whose it is.</summary>
public sealed class PriorityStoreTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    static readonly DateTimeOffset First = new(2020, 9, 1, 0, 0, 0, TimeSpan.Zero);

    static readonly Identities Ids = new(
        Options.Create(new IdentityOptions { IdentityKey = Convert.ToBase64String(IntakeHost.IdentityKey) }));

    readonly string address = $"{Guid.NewGuid():N}@library.example";
    readonly PriorityStore store = new(azurite.Tables);

    AcrossCohorts Who(string name) => Ids.AcrossCohorts(Cohorts.Pilot, address, name);

    async Task HandOverAsync(string[] placed, string[] waited, DateTimeOffset? at = null)
    {
        await store.UseUpAsync(placed.Select(Who), new HashSet<string>());
        await store.NoteAsync("c", [.. waited.Select(Who)], at ?? First);
    }

    async Task<bool> WaitsAsync(string name) => await store.FindAsync(Who(name)) is not null;

    [Theory]
    [InlineData("Wanjiru Kamau", "KAMAU, Wanjiru", true)]
    [InlineData("Wanjiru Kamau", "Wanjiru N. Kamau-Smith", true)]
    [InlineData("Wanjiru Kamau", "Bao Vu", false)]
    [InlineData("Wanjiru K.", "Bao K.", false)]
    [InlineData("Ольга Петрова", "Olga Petrova", true)]
    [InlineData("Mohammed Hussein", "Muhammad Husain", true)]
    [InlineData("田中花子", "Hanako Tanaka", true)]
    [InlineData("Wanjiru Kamau", "Bao", true)]
    public async Task GivenSomebodyWhoWaited_WhenOneOfTheAddressApplies_ThenTheNameSaysWhetherItIsTheirs(
        string waited, string now, bool isTheirs)
    {
        await HandOverAsync([], [waited]);

        Assert.Equal(isTheirs, await WaitsAsync(now));
    }

    [Fact]
    public async Task GivenTwoWhoWaited_WhenOneHasAPlace_ThenTheOtherStillWaitsAndSinceThen()
    {
        await HandOverAsync([], ["Wanjiru Kamau", "Bao Vu"]);

        await HandOverAsync(["Wanjiru Kamau"], ["Bao Vu"], First.AddYears(1));

        Assert.Equal((false, First), (await WaitsAsync("Wanjiru Kamau"), (await store.FindAsync(Who("Bao Vu")))?.Since));
    }

    [Fact]
    public async Task GivenTwoOfOneCohort_WhenOneHadAPlace_ThenItIsTheSameHoweverOftenItRuns()
    {
        foreach (var _ in new[] { 1, 2 }) await HandOverAsync(["Wanjiru Kamau"], ["Bao Vu"]);

        Assert.Equal((false, true), (await WaitsAsync("Wanjiru Kamau"), await WaitsAsync("Bao Vu")));
    }

    [Fact]
    public async Task GivenTwoWhoWaited_WhenOneIsErased_ThenTheOtherStillWaitsAndTheLastTakesTheRowAlong()
    {
        await HandOverAsync([], ["Wanjiru Kamau", "Bao Vu"]);

        await store.ForgetAsync(Who("Wanjiru Kamau"));
        Assert.Equal((false, true), (await WaitsAsync("Wanjiru Kamau"), await WaitsAsync("Bao Vu")));

        await store.ForgetAsync(Who("Bao Vu"));
        Assert.DoesNotContain(Who("").Identity, (await store.ListAsync()).Keys);
    }

    [Fact]
    public async Task GivenARowOfBefore_WhenItSaysNotWhose_ThenItIsWhoeverHasTheAddress()
    {
        await new Ilnp.Storage.RecordTable<Priority>(azurite.Tables, "Priorities").PutAsync(
            "waited", Who("").Identity, new("c", First));
        Assert.True(await WaitsAsync("Bao Vu"));

        await HandOverAsync(["Bao Vu"], []);

        Assert.False(await WaitsAsync("Wanjiru Kamau"));
    }

    [Fact]
    public async Task GivenWhatIsKept_WhenRead_ThenNobodyIsNamedAndOneNameHasOtherMarksAtAnotherAddress()
    {
        await HandOverAsync([], ["Wanjiru Kamau"]);

        var kept = (await store.ListAsync())[Who("").Identity];
        var elsewhere = Ids.AcrossCohorts(Cohorts.Pilot, $"x{address}", "Wanjiru Kamau");

        Assert.DoesNotContain("amau", System.Text.Json.JsonSerializer.Serialize(kept), StringComparison.OrdinalIgnoreCase);
        Assert.Empty(kept.Waiters.Single().Who.Marks.Intersect(elsewhere.Marks));
    }
}
