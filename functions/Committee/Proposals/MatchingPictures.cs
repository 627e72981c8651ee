using System.Globalization;
using Ilnp.Map;
using Ilnp.Matching.Picture;
using Ilnp.Programme;
using Microsoft.AspNetCore.Html;

namespace Ilnp.Committee.Proposals;

/// <summary>The pictures of a proposal, in the reader's language.</summary>
static class MatchingPictures
{
    static readonly Lazy<WorldMap> World = new(WorldMap.Load);

    /// <summary>Groups as arcs between countries.</summary>
    public static IHtmlContent Map(MatchingModel model)
    {
        if (model.Rows.Count == 0) return HtmlString.Empty;
        var texts = model.Reader.Texts;
        var pairs = model.Rows.SelectMany(row =>
            PairMap.Couples([.. row.Group.Members.Where(model.People.ContainsKey).Select(id => model.People[id].Country)])).ToList();
        var title = texts.Plain("matching.map", Figures(model));
        return new HtmlString(PairMap.Svg(World.Value, pairs, title, code => Words.Country(code, texts.Language)));
    }

    /// <summary>Score against countries.</summary>
    public static IHtmlContent Curve(MatchingModel model)
    {
        if (model.Proposal is not { Hull: { Count: > 1 } hull } proposal || model.Rows.Count == 0) return HtmlString.Empty;
        var texts = model.Reader.Texts;
        return new HtmlString(
            CurveChart.Svg(
                hull,
                proposal.Countries,
                new(texts.Plain("matching.curve", Figures(model)), texts["matching.curve.countries"], texts["matching.curve.score"])));
    }

    public static Dictionary<string, string> Figures(MatchingModel model) => new()
    {
        ["pairs"] = model.Rows.Count.ToString(CultureInfo.InvariantCulture),
        ["countries"] = (model.Proposal?.Countries
            ?? model.Rows.SelectMany(row => row.Members).Select(member => member.Country).Distinct().Count())
            .ToString(CultureInfo.InvariantCulture),
    };
}
