using System.Globalization;
using System.Net;
using System.Text;
using Ilnp.Map;

namespace Ilnp.Matching.Picture;

/// <summary>
/// The pairs as arcs between their countries on a world map, as one SVG that needs nothing else. Its
/// classes let a page choose colours for the dark.
/// </summary>
public static class PairMap
{
    /// <summary>Room of a code of two letters.</summary>
    const int LabelHeight = 26, LabelWidth = 42;

    /// <summary>Draws the map.</summary>
    /// <param name="map">Outlines and middles of the countries.</param>
    /// <param name="pairs">Country codes of each pair; a trio is three pairs. Countries without a middle are left out of the
    /// drawing, not of the title's count.</param>
    /// <param name="title">Read aloud in place of the picture.</param>
    /// <param name="nameOf">A country's name in the reader's language; English when not given.</param>
    public static string Svg(
        WorldMap map, IReadOnlyList<(string First, string Second)> pairs, string title, Func<string, string>? nameOf = null)
    {
        string Name(string code) => WebUtility.HtmlEncode((nameOf ?? map.NameOf)(code));
        var represented = pairs.SelectMany(p => new[] { p.First, p.Second }).CountBy(c => c).ToDictionary();
        var svg = new StringBuilder();
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"picture\" viewBox=\"0 0 {map.Width} {map.Height}\" role=\"img\" "
                + $"aria-labelledby=\"pair-map\">\n");
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<title id=\"pair-map\">{WebUtility.HtmlEncode(title)}</title>\n"
                + $"<rect class=\"sea\" width=\"{map.Width}\" height=\"{map.Height}\" fill=\"#f7fafc\"/>\n");
        foreach (var country in map.Countries.Where(c => c.Path is not null))
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<path class=\"{(represented.ContainsKey(country.Code) ? "here" : "land")}\" d=\"{country.Path}\" "
                    + $"fill=\"{(represented.ContainsKey(country.Code) ? "#bcd9cf" : "#e2e8ee")}\" stroke=\"#ffffff\"/>\n");
        foreach (var (route, count) in pairs.Select(Ordered).CountBy(p => p))
            AppendArc(svg, map, route, count, $"{Name(route.First)} – {Name(route.Second)}: {count}");
        foreach (var (code, x, y) in Labels(map, represented)) AppendLabel(svg, code, x, y);
        foreach (var (code, count) in represented) AppendDot(svg, map, code, count, $"{Name(code)}: {count}");
        return svg.Append("</svg>\n").ToString();
    }

    /// <summary>Every two countries of a group.</summary>
    public static IEnumerable<(string First, string Second)> Couples(IReadOnlyList<string> countries) =>
        countries.SelectMany((first, k) => countries.Skip(k + 1).Select(second => (first, second)));

    static (string First, string Second) Ordered((string First, string Second) pair) =>
        string.CompareOrdinal(pair.First, pair.Second) <= 0 ? pair : (pair.Second, pair.First);

    /// <summary>The shorter way round: where that is over the Pacific, out on one side of the map and in on the other.</summary>
    static void AppendArc(StringBuilder svg, WorldMap map, (string First, string Second) route, int count, string words)
    {
        if (map.Find(route.First) is not { X: { } x1, Y: { } y1 } || map.Find(route.Second) is not { X: { } x2, Y: { } y2 }) return;
        if (x1 > x2) (x1, y1, x2, y2) = (x2, y2, x1, y1);
        var round = x2 - x1 > map.Width / 2;
        var ways = round ? new[] { (x2, y2, x1 + map.Width, y1), (x2 - map.Width, y2, x1, y1) } : [(x1, y1, x2, y2)];
        foreach (var (fromX, fromY, toX, toY) in ways)
            svg.Append(CultureInfo.InvariantCulture,
                $"<path class=\"arc\" d=\"{Bend(fromX, fromY, toX, toY)}\" fill=\"none\" stroke=\"#9a3412\" stroke-opacity=\".6\" "
                    + $"stroke-width=\"{Math.Min(8, 1 + 2 * count)}\"><title>{words}</title></path>\n");
    }

    /// <summary>
    /// Bends to its left side, which is up for one that goes east, the more the longer it is, so that arcs over one
    /// another stay apart; never above the map.
    /// </summary>
    static string Bend(int x1, int y1, int x2, int y2)
    {
        var (x, y) = ((x1 + x2) / 2 + (y2 - y1) / 4, (y1 + y2) / 2 - (x2 - x1) / 4);
        return string.Create(CultureInfo.InvariantCulture, $"M{x1} {y1}Q{x} {Math.Max(y, 10 - (y1 + y2) / 2)} {x2} {y2}");
    }

    static void AppendDot(StringBuilder svg, WorldMap map, string code, int count, string words)
    {
        if (map.Find(code) is not { X: { } x, Y: { } y }) return;
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<circle class=\"dot\" cx=\"{x}\" cy=\"{y}\" r=\"{Math.Min(12, 3 + count)}\" fill=\"#134e4a\"><title>"
                + $"{words}</title></circle>\n");
    }

    /// <summary>
    /// Codes beside their dots, the countries with most people first; one that would stand on another is left out, its dot tells the name.
    /// </summary>
    static IEnumerable<(string Code, int X, int Y)> Labels(WorldMap map, IReadOnlyDictionary<string, int> represented)
    {
        List<(int X, int Y)> taken = [];
        foreach (var code in represented.OrderByDescending(country => country.Value)
            .ThenBy(country => country.Key, StringComparer.Ordinal).Select(country => country.Key))
        {
            if (map.Find(code) is not { X: { } x, Y: { } y }) continue;
            var place = (X: Math.Min(x + 12, map.Width - LabelWidth), Y: y + 22);
            if (taken.Exists(other => Math.Abs(other.X - place.X) < LabelWidth && Math.Abs(other.Y - place.Y) < LabelHeight)) continue;
            taken.Add(place);
            yield return (code, place.X, place.Y);
        }
    }

    /// <summary>Over the arcs; names would not find room.</summary>
    static void AppendLabel(StringBuilder svg, string code, int x, int y) =>
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<text class=\"code\" x=\"{x}\" y=\"{y}\" font-size=\"{LabelHeight}\" font-weight=\"600\" font-family=\"sans-serif\" "
                + $"fill=\"#1d2433\" stroke=\"#ffffff\" stroke-width=\"5\" paint-order=\"stroke\" aria-hidden=\"true\">"
                + $"{WebUtility.HtmlEncode(code)}</text>\n");
}
