namespace Ilnp.Documents.Typesetting;

/// <summary>A text in the largest size that fits its place.</summary>
/// <param name="Lines">At least one.</param>
/// <param name="Size">Points.</param>
public sealed record FittedText(IReadOnlyList<TextLine> Lines, double Size)
{
    /// <summary>
    /// One line when that needs no size below <paramref name="comfortable"/>, else up to <paramref name="maxLines"/>
    /// balanced lines; smaller and smaller down to <paramref name="smallest"/>, where lines are added until all is there.
    /// </summary>
    /// <param name="width">Points.</param>
    public static FittedText In(
        LineBreaker breaker, string text, TextStyle style, double width, double largest, double comfortable, double smallest, int maxLines)
    {
        var total = breaker.Measure(text, style);
        for (var size = largest; size >= smallest; size -= 1)
        {
            if (total * size > width * maxLines) continue;
            var lines = breaker.Break(text, style, width / size);
            if (lines.Count == 1) return new(lines, size);
            if (size <= comfortable && lines.Count <= maxLines) return new(breaker.Balanced(text, style, width / size), size);
        }

        return new(breaker.Break(text, style, width / smallest), smallest);
    }
}
