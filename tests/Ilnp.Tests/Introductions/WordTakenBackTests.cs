using Ilnp.Introductions;
using Ilnp.Programme;
using Ilnp.Tests.Repetition;

namespace Ilnp.Tests.Introductions;

/// <summary>Between the inquiry's end and the introductions people change their minds.</summary>
public sealed class WordTakenBackTests(EmptyAzurite azurite) : IClassFixture<EmptyAzurite>
{
    [Fact]
    public async Task GivenSomebodyWhoTookTheirWordBack_WhenGroupsAreIntroduced_ThenTheyAreInNoneAndTheirPartnerIsInAnother()
    {
        var written = new WrittenTables();
        using var app = new OneProcess(azurite.ConnectionString, new(), new(), new(), new(2020, 5, 4, 14, 0, 0, TimeSpan.Zero), written);
        var stage = new Stage(app);
        await stage.AskedAsync("P01", "P02", "P03", "P04", "P05");
        foreach (var id in new[] { "P01", "P03", "P04", "P05" }) await stage.StandAsync(id, Standing.Available);
        await stage.StandAsync("P02", Standing.Declined);

        var introduced = await app.Get<IntroductionActivities>().ListGroupsToIntroduce(Stage.Cohort);

        var groups = await Task.WhenAll(introduced.Select(id => app.Get<GroupStore>().GetAsync(Stage.Cohort, id)));
        Assert.Equal(["P01", "P03", "P04", "P05"], groups.SelectMany(group => group.Members).Order(StringComparer.Ordinal));
        Assert.Contains(groups, group => group.GroupId == "G002" && group.Members.Contains("P03") && group.Members.Contains("P04"));
        Assert.Equal(introduced, await app.Get<IntroductionActivities>().ListGroupsToIntroduce(Stage.Cohort));
        await azurite.State(written).ClearAsync();
    }
}
