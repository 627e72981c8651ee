using System.Globalization;
using System.Text.Json;

namespace Ilnp.Texts;

/// <summary>
/// A date in words, as people of a language write it. From a file of our own (<c>dates.json</c>), so that a document is
/// the same on every machine, whatever its culture data.
/// </summary>
public static class LocalDate
{
    static readonly Lazy<Dictionary<string, Way>> Ways = new(() => JsonSerializer.Deserialize<Dictionary<string, Way>>(
        File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Texts", "dates.json")), JsonSerializerOptions.Web)!);

    /// <summary>The date; in English when the language is not known.</summary>
    public static string Write(DateOnly date, string language)
    {
        var way = Ways.Value.GetValueOrDefault(language.Split('-')[0]) ?? Ways.Value["en"];
        return way.Pattern
            .Replace("{day}", date.Day.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{month}", way.Months[date.Month - 1], StringComparison.Ordinal)
            .Replace("{year}", date.Year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    sealed record Way(string Pattern, string[] Months);
}
