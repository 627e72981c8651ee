using Ilnp.Map;
using Ilnp.Matching.Picture;
using Ilnp.Matching.Proposing;
using Ilnp.Programme;

namespace Ilnp.Local.Match;

/// <summary>The pairs on a map and the curve of score against countries, each as SVG and PNG.</summary>
static class MatchPictures
{
    const int MapWidth = 2000, CurveWidth = 1600;

    public static async Task WriteAsync(MatchRequest request, MatchingProposal proposal, Dictionary<string, Person> people)
    {
        var pairs = proposal.Groups.SelectMany(g => PairMap.Couples([.. g.Members.Select(m => people[m].Country)])).ToList();
        var title = $"World map with {proposal.Groups.Count} groups as arcs between {proposal.Countries} countries.";
        await WriteAsync(request, "map", PairMap.Svg(WorldMap.Load(), pairs, title), MapWidth);
        await WriteAsync(request, "curve", CurveChart.Svg(proposal.Hull, proposal.Countries), CurveWidth);
    }

    /// <summary>Without a picture, as when no curve was asked for, those of an earlier run into the same folder go away.</summary>
    static async Task WriteAsync(MatchRequest request, string name, string svg, int width)
    {
        if (svg.Length == 0)
        {
            File.Delete(request.Result($"{name}.svg"));
            File.Delete(request.Result($"{name}.png"));
            return;
        }
        await File.WriteAllTextAsync(request.Result($"{name}.svg"), svg);
        await File.WriteAllBytesAsync(request.Result($"{name}.png"), PngPicture.Draw(svg, width));
    }
}
