using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Ilnp.Texts;

namespace Ilnp.Mail.Rendering;

/// <summary>
/// The values of one rendering. The template engine writes a mark of letters and digits in place of each value; the marks
/// go through Markdown untouched, and only the finished text gets the values, encoded for where they stand. So nothing
/// that a person wrote is ever read as Markdown or HTML.
/// </summary>
/// <param name="language">Of the template: numbers are written its way.</param>
sealed partial class FillIns(string language)
{
    /// <summary>Around what may run the other way in plain text: "first strong isolate" and its end.</summary>
    const char Isolate = '\u2068';
    const char IsolateEnd = '\u2069';

    readonly List<object?> values = [];

    public string Language => language;

    /// <summary>Takes a value and returns its mark.</summary>
    public string Mark(object? value)
    {
        values.Add(value);
        return string.Create(CultureInfo.InvariantCulture, $"qz{values.Count - 1}zq");
    }

    /// <summary>The link that a text is the mark of; null for anything else.</summary>
    public Uri? Link(string text) => Marks().Match(text) is { Success: true } match && match.Length == text.Length ? Value(match) as Uri : null;

    public static bool HasMark(string text) => Marks().IsMatch(text);

    /// <summary>The text with its values, each encoded by <paramref name="encode"/>.</summary>
    public string Fill(string text, Func<string, string> encode) => Marks().Replace(text, match => encode(Words(Value(match))));

    public string Fill(string text) => Fill(text, words => words);

    /// <summary>
    /// The text with its values for readers of plain text. Where it runs from right to left, names in Latin letters and addresses
    /// are isolated; a link is not, since mail programs would take the mark for part of it.
    /// </summary>
    public string FillPlain(string text) => !Locale.IsRightToLeft(language) ? Fill(text)
        : Marks().Replace(text, match => Words(Value(match)) is var words && Value(match) is not Uri && Direction.Disturbs(words, language)
            ? $"{Isolate}{words}{IsolateEnd}" : words);

    object? Value(Match match) =>
        int.TryParse(match.ValueSpan[2..^2], CultureInfo.InvariantCulture, out var index) && index < values.Count ? values[index] : match.Value;

    string Words(object? value) => value switch
    {
        null => "",
        Uri link => link.AbsoluteUri,
        int or long => Locale.Of(language).Number(Convert.ToInt64(value, CultureInfo.InvariantCulture)),
        IEnumerable<object?> list => string.Join(" ", list.Select(Words)),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => OneLine(value.ToString() ?? ""),
    };

    /// <summary>
    /// A person's text without line breaks and control characters, which would open a header or a paragraph, and without
    /// the characters that turn the direction of what follows.
    /// </summary>
    public static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var letter in text)
            if (!IsBidiControl(letter)) line.Append(char.IsControl(letter) || letter is '\u2028' or '\u2029' ? ' ' : letter);
        return line.ToString().Trim();
    }

    static bool IsBidiControl(char letter) => letter is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    [GeneratedRegex("qz([0-9]{1,6})zq")]
    private static partial Regex Marks();
}
