namespace Ilnp.Intake.Vocabulary;

/// <summary>A closed list with names for each entry, for instance areas of interest; what is not in it is kept as it was given.</summary>
public sealed class Topics
{
    static readonly System.Buffers.SearchValues<char> Separators = System.Buffers.SearchValues.Create(",;、，；،؛\n|/");

    readonly WordList names;

    static readonly Dictionary<string, IReadOnlyList<string>> NoAdditions = [];

    /// <param name="file">The list that ships with the app.</param>
    /// <param name="texts">Below which the form's own words for the entries stand.</param>
    /// <param name="additions">The committee's.</param>
    Topics(string file, string texts, IReadOnlyDictionary<string, IReadOnlyList<string>> additions)
    {
        var shipped = VocabularyFile.Read(file);
        names = new(
            [
                .. additions.SelectMany(entry => entry.Value.Prepend(entry.Key).Select(word => (entry.Key, word))),
                .. shipped,
                .. shipped.Select(entry => (entry.Code, entry.Code)),
                .. FormWords.Below(texts, shipped.Select(entry => entry.Code)),
            ]);
    }

    /// <summary>Areas of interest: those that ship with the app and the committee's own, by code.</summary>
    public static Topics Interests(IntakeSettings settings) => new("interests", "topic", settings.Interests);

    /// <summary>Library types, the same way.</summary>
    public static Topics Libraries(IntakeSettings settings) => new("libraries", "library", settings.LibraryTypes);

    /// <summary>Career stages.</summary>
    public static Topics CareerStages { get; } = new("stages", "application.careerStage", NoAdditions);

    /// <summary>A partner <c>like</c> oneself, a <c>different</c> one, or <c>either</c>.</summary>
    public static Topics Partners { get; } = new("partners", "application.partner", NoAdditions);

    /// <summary>How often partners talk.</summary>
    public static Topics Rhythms { get; } = new("rhythms", "agreement.rhythm", NoAdditions);

    /// <summary>What partners talk by.</summary>
    public static Topics Tools { get; } = new("tools", "agreement.tool", NoAdditions);

    /// <summary>Of all entries.</summary>
    public IEnumerable<string> Codes => names.Entries.Select(entry => entry.Value).Distinct();

    /// <summary>The code of the entry, else null. A remark in brackets at the end is left out, unless a list goes on behind it.</summary>
    public string? Find(string text) => names.Find(text) ?? names.Find(WithoutRemark(text));

    static string WithoutRemark(string text)
    {
        var bracket = text.AsSpan().IndexOfAny("(（[");
        if (bracket > 0)
            return text.AsSpan(bracket).IndexOfAny(")）]") is var end && end >= 0 && text[(bracket + end + 1)..].Any(char.IsLetterOrDigit)
                ? text
                : text[..bracket];
        var sign = text.IndexOfAny([':', '：', '–', '—']) is >= 0 and var found ? found : text.IndexOf(" - ", StringComparison.Ordinal);
        return sign > 0 && text.AsSpan(sign).IndexOfAny(Separators) < 0 && !text[..sign].Contains(',', StringComparison.Ordinal)
            ? text[..sign]
            : text;
    }
}
