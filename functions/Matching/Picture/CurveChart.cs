using System.Globalization;
using System.Net;
using System.Text;
using Ilnp.Matching.Choice;

namespace Ilnp.Matching.Picture;

/// <summary>The words of the chart.</summary>
/// <param name="Title">Read aloud in place of the picture.</param>
/// <param name="Countries">Below the axis of countries.</param>
/// <param name="Score">Above the axis of score.</param>
public sealed record CurveWords(string Title, string Countries, string Score);

/// <summary>
/// Score against countries represented, as an SVG line with one point per number of countries. Its
/// classes let a page choose colours for the dark.
/// </summary>
public static class CurveChart
{
    const int Width = 800, Height = 420, Left = 90, Right = 30, Top = 40, Bottom = 60;

    /// <summary>Draws the curve and marks the point that was chosen. An empty curve gives an empty string.</summary>
    public static string Svg(IReadOnlyList<SpreadPoint> points, int chosenCountries, CurveWords? words = null)
    {
        if (points.Count == 0) return "";
        words ??= new(
            $"Best score with {points[0].Countries} to {points[^1].Countries} countries; {chosenCountries} were chosen.",
            "countries represented",
            "score");
        var scale = new Scale(points);
        var svg = new StringBuilder();
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"picture\" viewBox=\"0 0 {Width} {Height}\" role=\"img\" "
                + $"aria-labelledby=\"curve\" font-family=\"sans-serif\" font-size=\"15\">\n");
        svg.Append(CultureInfo.InvariantCulture, $"<title id=\"curve\">{WebUtility.HtmlEncode(words.Title)}</title>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"sea\" width=\"{Width}\" height=\"{Height}\" fill=\"#ffffff\"/>\n");
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<polyline class=\"line\" points=\"{string.Join(' ', points.Select(p => $"{scale.X(p)},{scale.Y(p)}"))}\" fill=\"none\" "
                + $"stroke=\"#134e4a\" stroke-width=\"3\"/>\n");
        foreach (var point in points) AppendPoint(svg, scale, point, point.Countries == chosenCountries);
        AppendAxes(svg, scale, points, words);
        if (points.Count > 1 && points[^1].Countries != chosenCountries) AppendFigures(svg, scale, points[^1], "end", 0, bold: false);
        if (points.FirstOrDefault(p => p.Countries == chosenCountries) is { } chosen) AppendChosen(svg, scale, chosen);
        return svg.Append("</svg>\n").ToString();
    }

    static void AppendPoint(StringBuilder svg, Scale scale, SpreadPoint point, bool chosen) => svg.Append(CultureInfo.InvariantCulture,
        $"<circle class=\"{(chosen ? "chosen" : "point")}\" cx=\"{scale.X(point)}\" cy=\"{scale.Y(point)}\" r=\"{(chosen ? 9 : 5)}\" "
            + $"fill=\"{(chosen ? "#9a3412" : "#134e4a")}\"><title>"
            + $"{point.Countries} countries: {point.Score}"
            + $"{(point.UpperBound > point.Score ? $", at most {point.UpperBound}" : "")}</title></circle>\n");

    static void AppendAxes(StringBuilder svg, Scale scale, IReadOnlyList<SpreadPoint> points, CurveWords words)
    {
        foreach (var end in new[] { points[0], points[^1] }.DistinctBy(p => p.Countries))
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<text x=\"{scale.X(end)}\" y=\"{Height - Bottom + 25}\" text-anchor=\"middle\">{end.Countries}</text>\n");
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<line class=\"axis\" x1=\"{Left}\" y1=\"{Height - Bottom}\" x2=\"{Width - Right}\" "
                + $"y2=\"{Height - Bottom}\" stroke=\"#8b93a3\"/>\n");
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<text x=\"{Left - 15}\" y=\"{scale.Best + 5}\" text-anchor=\"end\">{scale.Highest}</text>\n"
                + $"<text x=\"{Left - 15}\" y=\"{Height - Bottom + 5}\" text-anchor=\"end\">0</text>\n");
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<text x=\"{Width / 2}\" y=\"{Height - 12}\" text-anchor=\"middle\">{WebUtility.HtmlEncode(words.Countries)}</text>\n"
                + $"<text x=\"{Left}\" y=\"22\">{WebUtility.HtmlEncode(words.Score)}</text>\n");
    }

    /// <summary>A point's countries, its score, and how much less that is than the best, below it.</summary>
    static void AppendFigures(StringBuilder svg, Scale scale, SpreadPoint point, string anchor, int lower, bool bold) =>
        svg.Append(CultureInfo.InvariantCulture,
            $"<text x=\"{scale.X(point)}\" y=\"{Math.Min(scale.Y(point) + 30 + lower, Height - Bottom - 10)}\" text-anchor=\"{anchor}\""
                + $"{(bold ? " font-weight=\"bold\"" : "")}>{point.Countries}: {point.Score} ({scale.Loss(point)})</text>\n");

    /// <summary>A line lower than the figures of the last point, which may stand beside.</summary>
    static void AppendChosen(StringBuilder svg, Scale scale, SpreadPoint chosen) =>
        AppendFigures(svg, scale, chosen, scale.X(chosen) < Width / 2 ? "start" : "end", 26, bold: true);

    /// <summary>From zero upwards, so that a small loss looks small.</summary>
    sealed class Scale(IReadOnlyList<SpreadPoint> points)
    {
        public long Highest { get; } = Math.Max(1, points.Max(p => p.Score));

        public long Best => Top;

        public long X(SpreadPoint p) => Left
            + (Width - Left - Right) * (long)(p.Countries - points[0].Countries) / Math.Max(1, points[^1].Countries - points[0].Countries);

        public long Y(SpreadPoint p) => Top + (Height - Top - Bottom) * (Highest - p.Score) / Highest;

        /// <summary>The format makes per cent of it.</summary>
        public string Loss(SpreadPoint p) =>
            ((p.Score - Highest) / (double)Highest).ToString("+0.0 %;\u22120.0 %;best", CultureInfo.InvariantCulture);
    }
}
