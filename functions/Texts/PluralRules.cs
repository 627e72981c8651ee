namespace Ilnp.Texts;

/// <summary>
/// The plural categories of a language (<c>one</c>, <c>few</c>...) and which of them a whole number takes, by CLDR's rules.
/// </summary>
/// <param name="rules">By category, in CLDR's order; the rule of <c>other</c> is empty.</param>
sealed class PluralRules(IReadOnlyDictionary<string, string> rules)
{
    /// <summary>Takes every number that no other category does.</summary>
    public const string Other = "other";

    readonly List<(string Category, PluralRule Rule)> parsed =
        [.. rules.Where(rule => rule.Key != Other).Select(rule => (rule.Key, PluralRule.Parse(rule.Value)))];

    public IEnumerable<string> Categories => parsed.Select(rule => rule.Category).Append(Other);

    public string Of(long number)
    {
        foreach (var (category, rule) in parsed)
            if (rule.Takes(Math.Abs(number))) return category;
        return Other;
    }
}
