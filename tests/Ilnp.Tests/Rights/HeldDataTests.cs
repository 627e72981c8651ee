using Ilnp.Local.Running;
using Ilnp.Privacy;

namespace Ilnp.Tests.Rights;

/// <summary>The registry says of each place once what is there.</summary>
public sealed class HeldDataTests
{
    const string Redraw = "ILNP_DRAW_PERSONAL_DATA";

    [Fact]
    public void GivenTheRegistry_WhenTheReadmeShowsIt_ThenItIsTheSame()
    {
        if (Environment.GetEnvironmentVariable(Redraw) == "1") HeldDataTable.Redraw();
        Assert.True(
            HeldDataTable.Draw() == HeldDataTable.InReadme(),
            $"README.md shows another table of personal data. Draw it anew: {Redraw}=1 dotnet test tests/Ilnp.Tests --filter "
                + "FullyQualifiedName~HeldData");
    }

    [Fact]
    public void GivenTheRegistry_WhenListed_ThenEachKindAndEachPlaceIsThereOnce()
    {
        var kinds = AppParts.Of<HeldData>();
        var places = kinds.SelectMany(kind => kind.Places).Concat(AppParts.Of<FreeOfPersonalData>().Select(free => free.Place)).ToList();

        Assert.Equal(kinds.Count, kinds.DistinctBy(kind => kind.Name).Count());
        Assert.Equal(places.Count, places.Distinct().Count());
        Assert.Equal(ErasureTurn.Person, Assert.Single(kinds, kind => kind.Name == "people").Turn);
    }
}
