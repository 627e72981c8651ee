namespace Ilnp.Tests.Architecture;

/// <summary>The README's picture is the table that the floors are checked by.</summary>
public sealed class HousePictureTests
{
    const string Redraw = "ILNP_DRAW_HOUSE";

    [Fact]
    public void GivenTheTable_WhenTheReadmeShowsIt_ThenItIsTheSame()
    {
        if (Environment.GetEnvironmentVariable(Redraw) == "1") HousePicture.Redraw();
        Assert.True(
            HousePicture.Draw() == HousePicture.InReadme(),
            $"README.md shows another house. Draw it anew: {Redraw}=1 dotnet test tests/Ilnp.Tests --filter "
                + "FullyQualifiedName~HousePicture");
    }
}
