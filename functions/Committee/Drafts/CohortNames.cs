using System.Globalization;
using System.Text.RegularExpressions;
using AnyAscii;

namespace Ilnp.Committee.Drafts;

/// <summary>Names and ids of a new cohort and its members, proposed: pure.</summary>
static partial class CohortNames
{
    const int LongestId = 40;

    /// <summary>A name with its years moved on: "spring 2020" becomes "spring 2021".</summary>
    public static string Later(string name, int years) =>
        Year().Replace(name, year => (int.Parse(year.Value, CultureInfo.InvariantCulture) + years).ToString(CultureInfo.InvariantCulture));

    /// <summary>An id that the settings' rules accept and nobody has.</summary>
    public static string IdOf(string name, IEnumerable<string> taken)
    {
        var letters = Others().Replace(name.Transliterate().ToLowerInvariant(), "-").Trim('-');
        if (letters.Length > LongestId - 4) letters = letters[..(LongestId - 4)].Trim('-');
        if (letters.Length < 2) letters = "member";
        var used = taken.ToHashSet(StringComparer.Ordinal);
        return used.Contains(letters)
            ? Enumerable.Range(2, used.Count + 1).Select(number => $"{letters}-{number}").First(id => !used.Contains(id))
            : letters;
    }

    [GeneratedRegex("(?<![0-9])20[0-9][0-9](?![0-9])")]
    private static partial Regex Year();

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex Others();
}
