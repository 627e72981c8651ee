using Ilnp.Intake.Answers;
using Ilnp.Intake.Vocabulary;

namespace Ilnp.Intake.Understanding;

/// <summary>
/// Puts what the committee said of words into answers. The same whether it was said before an application came or after: every reading
/// goes this way. Pure.
/// </summary>
static class Understood
{
    /// <param name="read">By the app's lists alone.</param>
    /// <param name="meanings">Code by the word's id, empty for one that is left out.</param>
    public static ReadApplication Of(ReadApplication read, IReadOnlyDictionary<string, string> meanings) =>
        read.Unclear is not { } unclear ? read : read with
        {
            Answers = Of(unclear, meanings),
            Unclear = unclear.With(meanings),
            Findings = [.. read.Findings.Select(finding =>
                finding.Word is { } word && meanings.TryGetValue(word.WordId, out var code) ? finding with { Meaning = code } : finding)],
        };

    /// <inheritdoc cref="Of(ReadApplication, IReadOnlyDictionary{string, string})"/>
    public static ApplicationAnswers Of(UnclearAnswers unclear, IReadOnlyDictionary<string, string> meanings)
    {
        var bare = unclear.Bare;
        var country = Codes(unclear, ApplicationField.Country, meanings) is [var only] ? only.Code : bare.Country;
        return bare with
        {
            Country = country,
            TimeZone = country == bare.Country ? bare.TimeZone : TimeZones.Find(unclear.TimeZone, country) ?? TimeZones.OfCountry(country),
            Languages = Filled(bare.Languages, Codes(unclear, ApplicationField.Languages, meanings), ListAnswer.Most),
            Offers = Filled(bare.Offers, Codes(unclear, ApplicationField.Offers, meanings), ApplicationReader.MostTopics),
            Seeks = Filled(bare.Seeks, Codes(unclear, ApplicationField.Seeks, meanings), ApplicationReader.MostTopics),
        };
    }

    static IReadOnlyList<(int Place, string Code)> Codes(
        UnclearAnswers unclear, ApplicationField field, IReadOnlyDictionary<string, string> meanings) =>
    [
        .. unclear.Words.Where(word => word.Field == field)
            .Select(word => (word.Place, meanings.GetValueOrDefault(word.WordId, ""))).Where(word => word.Item2.Length > 0),
    ];

    /// <summary>The list with each code where its word stood.</summary>
    static IReadOnlyList<string> Filled(IReadOnlyList<string> known, IReadOnlyList<(int Place, string Code)> more, int most)
    {
        var filled = known.ToList();
        foreach (var (index, (place, code)) in more.Index()) filled.Insert(Math.Min(place + index, filled.Count), code);
        return [.. filled.Distinct().Take(most)];
    }
}
