using Ilnp.Documents.Typesetting;

namespace Ilnp.Tests.Documents;

/// <summary>Expected levels by hand from the rules of Unicode Standard Annex 9.</summary>
public sealed class BidiTests
{
    [Theory]
    [InlineData("abc", false, "000")]
    [InlineData("abc", true, "222")]
    [InlineData("אבג", false, "111")]
    [InlineData("אב (ab)", true, "1111221")]
    [InlineData("ab אב cd", false, "00011000")]
    [InlineData("אב 12", true, "11122")]
    [InlineData("سنة 2020!", true, "111122221")]
    [InlineData("12%", true, "222")]
    [InlineData("ab. ", true, "2211")]
    [InlineData("בּ", false, "11")]
    public void GivenMixedDirections_WhenResolved_ThenEachUnitHasItsLevel(string text, bool rightToLeft, string levels) =>
        Assert.Equal(levels, string.Concat(Bidi.Levels(text, rightToLeft)));

    [Theory]
    [InlineData("Ann", false)]
    [InlineData("(שירה)", true)]
    [InlineData("12 فاطمة", true)]
    [InlineData("", false)]
    [InlineData("2020", false)]
    public void GivenAText_WhenItsDirectionIsWanted_ThenTheFirstLetterDecides(string text, bool rightToLeft) =>
        Assert.Equal(rightToLeft, Bidi.StartsRightToLeft(text));

    [Fact]
    public void GivenNestedLevels_WhenOrdered_ThenInnerPiecesAreTurnedFirst() =>
        Assert.Equal([0, 3, 2, 1, 4], Bidi.VisualOrder([0, 1, 2, 1, 0]));

    [Fact]
    public void GivenANumberOfTwoPiecesInRightToLeftText_WhenOrdered_ThenItsOwnOrderStays() =>
        Assert.Equal([3, 1, 2, 0], Bidi.VisualOrder([1, 2, 2, 1]));
}
