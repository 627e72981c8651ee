using System.Globalization;
using System.Text.RegularExpressions;

namespace Ilnp.Intake.Answers;

/// <summary>Years of experience as a number or in a few words.</summary>
public static partial class YearsAnswer
{
    const int Most = 75;

    static readonly string[] Words = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    /// <summary>Whole years, a range's lower end; null when not said or not understood, the latter with a problem.</summary>
    public static Reading<int?> Read(string text)
    {
        if (text.Length == 0) return new(null);
        var plain = Digits(text.ToLowerInvariant());
        if (LessThanOne().IsMatch(plain)) return new(0);
        var match = Number().Match(plain);
        if (!match.Success)
        {
            var word = Array.FindIndex(Words, word => Regex.IsMatch(plain, $@"\b{word}\b", RegexOptions.CultureInvariant));
            return word >= 0 ? new(word) : new(null, $"“{TextAnswer.Quote(text)}” is not a number of years and is left out");
        }

        return int.TryParse(match.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var years) && years <= Most
            ? new(years)
            : new(null, $"“{TextAnswer.Quote(text)}” cannot be a number of years and is left out");
    }

    /// <summary>Digits of every script as ASCII.</summary>
    static string Digits(string text) =>
        string.Concat(text.Select(letter => char.IsDigit(letter) ? ((int)char.GetNumericValue(letter)).ToString(CultureInfo.InvariantCulture) : letter.ToString()));

    [GeneratedRegex("less than (1|one|a)|under (1|one|a)|< *1|[0-9]+ *month|^ *none", RegexOptions.CultureInvariant)]
    private static partial Regex LessThanOne();

    [GeneratedRegex("[0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
