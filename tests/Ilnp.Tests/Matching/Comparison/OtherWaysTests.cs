using System.Xml.Linq;
using Ilnp.Matching.Comparison;
using Ilnp.Matching.Picture;
using Ilnp.Matching.Problem;
using Ilnp.Matching.Proposing;

namespace Ilnp.Tests.Matching.Comparison;

public sealed class OtherWaysTests
{
    [Fact]
    public void GivenPeople_WhenChosenInOtherWays_ThenNoneScoresMoreThanTheExactChoice()
    {
        var problem = new MatchingProblem { People = People.Random(100, 6), Capacity = 20, Spread = CountrySpread.Off };
        var exact = Matchmaker.Propose(problem).Score;
        var ways = OtherWays.Compare(problem);
        Assert.Equal(3, ways.Count);
        Assert.All(ways, w => Assert.True(w.Score <= exact && w.Pairs <= 20, $"{w} against {exact}"));
        Assert.Equal(ways, OtherWays.Compare(problem));
    }

    [Fact]
    public void GivenACurve_WhenDrawn_ThenThePictureIsWellFormedAndMarksTheChoice()
    {
        var svg = XDocument.Parse(CurveChart.Svg([new(3, 100, 100), new(4, 90, 95), new(5, 60, 60)], 4));
        Assert.Equal(3, svg.Descendants().Count(e => e.Name.LocalName == "circle"));
        Assert.Contains("4 were chosen", svg.Root!.Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(38, new[] { "38: 85513 (best)", "67: 83066 (\u22122.9 %)" })]
    [InlineData(67, new[] { "67: 83066 (\u22122.9 %)" })]
    public void GivenACurve_WhenDrawn_ThenTheChosenAndTheLastSayOnceWhatTheyLose(int chosen, string[] figures)
    {
        var svg = XDocument.Parse(CurveChart.Svg([new(38, 85513, 85513), new(67, 83066, 83066)], chosen));
        var texts = svg.Descendants().Where(e => e.Name.LocalName == "text")
            .Select(e => e.Value).Where(words => words.Contains(": ", StringComparison.Ordinal));
        Assert.Equal(figures, texts.Order(StringComparer.Ordinal));
    }
}
