using System.Globalization;
using System.Text;

namespace Ilnp.Matching.Picture;

/// <summary>Score against countries represented, as an SVG line with one point per number of countries.</summary>
public static class CurveChart
{
    const int Width = 800, Height = 420, Left = 90, Right = 30, Top = 40, Bottom = 60;

    /// <summary>Draws the curve and marks the point that was chosen. An empty curve gives an empty string.</summary>
    public static string Svg(IReadOnlyList<SpreadPoint> points, int chosenCountries)
    {
        if (points.Count == 0) return "";
        var scale = new Scale(points);
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" role=\"img\" aria-labelledby=\"curve\" font-family=\"sans-serif\" font-size=\"15\">\n");
        svg.Append(CultureInfo.InvariantCulture, $"<title id=\"curve\">Best score with {points[0].Countries} to {points[^1].Countries} countries; {chosenCountries} were chosen.</title>\n");
        svg.Append("<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<polyline points=\"{string.Join(' ', points.Select(p => $"{scale.X(p)},{scale.Y(p)}"))}\" fill=\"none\" stroke=\"#134e4a\" stroke-width=\"3\"/>\n");
        foreach (var point in points) AppendPoint(svg, scale, point, point.Countries == chosenCountries);
        AppendAxes(svg, scale, points);
        return svg.Append("</svg>\n").ToString();
    }

    static void AppendPoint(StringBuilder svg, Scale scale, SpreadPoint point, bool chosen) => svg.Append(CultureInfo.InvariantCulture,
        $"<circle cx=\"{scale.X(point)}\" cy=\"{scale.Y(point)}\" r=\"{(chosen ? 9 : 5)}\" fill=\"{(chosen ? "#9a3412" : "#134e4a")}\"><title>{point.Countries} countries: {point.Score}{(point.UpperBound > point.Score ? $", at most {point.UpperBound}" : "")}</title></circle>\n");

    static void AppendAxes(StringBuilder svg, Scale scale, IReadOnlyList<SpreadPoint> points)
    {
        foreach (var end in new[] { points[0], points[^1] }.DistinctBy(p => p.Countries))
        {
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{scale.X(end)}\" y=\"{Height - Bottom + 25}\" text-anchor=\"middle\">{end.Countries}</text>\n");
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Left - 15}\" y=\"{scale.Y(end) + 5}\" text-anchor=\"end\">{end.Score}</text>\n");
        }
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Width / 2}\" y=\"{Height - 12}\" text-anchor=\"middle\">countries represented</text>\n<text x=\"{Left}\" y=\"22\">score</text>\n");
    }

    sealed class Scale(IReadOnlyList<SpreadPoint> points)
    {
        readonly long _lowest = points.Min(p => p.Score), _highest = points.Max(p => p.Score);

        public long X(SpreadPoint p) => Left + (Width - Left - Right) * (long)(p.Countries - points[0].Countries) / Math.Max(1, points[^1].Countries - points[0].Countries);

        public long Y(SpreadPoint p) => Top + (Height - Top - Bottom) * (_highest - p.Score) / Math.Max(1, _highest - _lowest);
    }
}
