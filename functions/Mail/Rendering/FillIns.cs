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
    readonly List<object?> values = [];

    public string Language => language;

    /// <summary>Takes a value and returns its mark.</summary>
    public string Mark(object? value)
    {
        values.Add(value);
        return string.Create(CultureInfo.InvariantCulture, $"qz{values.Count - 1}zq");
    }

    /// <summary>The link that a text is the mark of; null for anything else.</summary>
    public Uri? Link(string text) =>
        Marks().Match(text) is { Success: true } match && match.Length == text.Length ? Value(match) as Uri : null;

    public static bool HasMark(string text) => Marks().IsMatch(text);

    /// <summary>The text with its values, each encoded by <paramref name="encode"/>: of a list of names each by itself.</summary>
    public string Fill(string text, Func<string, string> encode) =>
        Marks().Replace(text, match => string.Concat(Parts(Value(match)).Select(part => encode(part.Text))));

    public string Fill(string text) => Fill(text, words => words);

    /// <summary>
    /// The text with its values for readers of plain text. Where it runs from right to left, names in Latin letters and addresses
    /// are isolated; in a list of names each that runs against the language. A link is not, since mail programs would take the mark for
    /// part of it.
    /// </summary>
    public string FillPlain(string text) => Marks().Replace(text, match => string.Concat(Parts(Value(match)).Select(part =>
        (part.IsName || Locale.IsRightToLeft(language)) && Value(match) is not Uri && Direction.Disturbs(part.Text, language)
            ? $"{Isolated.Begin}{part.Text}{Isolated.End}" : part.Text)));

    object? Value(Match match) =>
        int.TryParse(match.ValueSpan[2..^2], CultureInfo.InvariantCulture, out var index) && index < values.Count
            ? values[index]
            : match.Value;

    /// <summary>Of a list of names each, and what stands between them.</summary>
    IEnumerable<(string Text, bool IsName)> Parts(object? value) =>
        value is string text && Isolated.Parts(text).Any(part => part.IsName)
        ? Isolated.Parts(text).Select(part => (Between(part.Text), part.IsName))
        : [(Words(value), false)];

    string Words(object? value) => value switch
    {
        null => "",
        Uri link => link.AbsoluteUri,
        int or long => Locale.Of(language).Number(Convert.ToInt64(value, CultureInfo.InvariantCulture)),
        IEnumerable<object?> list => Locale.Of(language).List([.. list.Select(Words)]),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => OneLine(value.ToString() ?? ""),
    };

    /// <summary>
    /// A person's text without line breaks and control characters, which would open a header or a paragraph, and without
    /// the characters that turn the direction of what follows.
    /// </summary>
    public static string OneLine(string text) => Between(text).Trim();

    /// <summary>As <see cref="OneLine"/>, with the spaces at its ends.</summary>
    static string Between(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var letter in text)
            if (!Isolated.IsControl(letter)) line.Append(char.IsControl(letter) || letter is '\u2028' or '\u2029' ? ' ' : letter);
        return line.ToString();
    }

    [GeneratedRegex("qz([0-9]{1,6})zq")]
    private static partial Regex Marks();
}
