namespace Ilnp.Local.Bench.Engine;

/// <summary>Of several measurements.</summary>
sealed record Spread(double Median, double Min, double Max)
{
    public static Spread Of(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return new(Figures.Round(Figures.Quantile(sorted, 0.5)), Figures.Round(sorted[0]), Figures.Round(sorted[^1]));
    }
}

static class Figures
{
    /// <summary>Four digits; nothing here is measured more exactly.</summary>
    public static double Round(double value)
    {
        if (value == 0) return 0;
        var scale = Math.Pow(10, 3 - Math.Floor(Math.Log10(Math.Abs(value))));
        return Math.Round(value * scale) / scale;
    }

    /// <param name="sorted">At least one value.</param>
    public static double Quantile(double[] sorted, double share)
    {
        var place = share * (sorted.Length - 1);
        var below = (int)place;
        return below + 1 == sorted.Length ? sorted[below] : sorted[below] + (place - below) * (sorted[below + 1] - sorted[below]);
    }
}
