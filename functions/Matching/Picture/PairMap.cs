using System.Globalization;
using System.Net;
using System.Text;
using Ilnp.Reports.Map;

namespace Ilnp.Matching.Picture;

/// <summary>The pairs as arcs between their countries on a world map, as one SVG that needs nothing else.</summary>
public static class PairMap
{
    /// <summary>Draws the map.</summary>
    /// <param name="map">Outlines and middles of the countries.</param>
    /// <param name="pairs">Country codes of each pair; a trio is three pairs. Countries without a middle are left out of the drawing, not of the title's count.</param>
    /// <param name="title">Read aloud in place of the picture.</param>
    public static string Svg(WorldMap map, IReadOnlyList<(string First, string Second)> pairs, string title)
    {
        var represented = pairs.SelectMany(p => new[] { p.First, p.Second }).CountBy(c => c).ToDictionary();
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {map.Width} {map.Height}\" role=\"img\" aria-labelledby=\"pair-map\">\n");
        svg.Append(CultureInfo.InvariantCulture, $"<title id=\"pair-map\">{WebUtility.HtmlEncode(title)}</title>\n<rect width=\"100%\" height=\"100%\" fill=\"#f7fafc\"/>\n");
        foreach (var country in map.Countries.Where(c => c.Path is not null))
            svg.Append(CultureInfo.InvariantCulture, $"<path d=\"{country.Path}\" fill=\"{(represented.ContainsKey(country.Code) ? "#bcd9cf" : "#e2e8ee")}\" stroke=\"#fff\"/>\n");
        foreach (var (route, count) in pairs.Select(Ordered).CountBy(p => p)) AppendArc(svg, map, route, count);
        foreach (var (code, count) in represented) AppendDot(svg, map, code, count);
        return svg.Append("</svg>\n").ToString();
    }

    static (string First, string Second) Ordered((string First, string Second) pair) =>
        string.CompareOrdinal(pair.First, pair.Second) <= 0 ? pair : (pair.Second, pair.First);

    /// <summary>Bends upwards, the more the longer it is, so that arcs over one another stay apart.</summary>
    static void AppendArc(StringBuilder svg, WorldMap map, (string First, string Second) route, int count)
    {
        if (map.Find(route.First) is not { X: { } x1, Y: { } y1 } || map.Find(route.Second) is not { X: { } x2, Y: { } y2 }) return;
        var length = Math.Sqrt((double)(x2 - x1) * (x2 - x1) + (double)(y2 - y1) * (y2 - y1));
        var (x, y) = ((x1 + x2) / 2, (int)((y1 + y2) / 2.0 - 0.3 * length));
        svg.Append(CultureInfo.InvariantCulture,
            $"<path d=\"M{x1} {y1}Q{x} {y} {x2} {y2}\" fill=\"none\" stroke=\"#9a3412\" stroke-opacity=\".55\" stroke-width=\"{Math.Min(8, 2 + count)}\"><title>{Name(map, route.First)} – {Name(map, route.Second)}: {count}</title></path>\n");
    }

    static void AppendDot(StringBuilder svg, WorldMap map, string code, int count)
    {
        if (map.Find(code) is not { X: { } x, Y: { } y }) return;
        svg.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{x}\" cy=\"{y}\" r=\"{Math.Min(16, 5 + count)}\" fill=\"#134e4a\"><title>{Name(map, code)}: {count}</title></circle>\n");
    }

    static string Name(WorldMap map, string code) => WebUtility.HtmlEncode(map.NameOf(code));
}
