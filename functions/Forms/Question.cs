using System.Text;

namespace Ilnp.Forms;

/// <summary>A question of a form.</summary>
/// <param name="Key">The field's name; several values of one name are several answers, in their order.</param>
public abstract record Question(string Key)
{
    public bool Required { get; init; } = true;

    /// <summary>The answer to another question that makes this one be asked; null when it always is.</summary>
    public Condition? OnlyIf { get; init; }

    /// <summary>The question, <c>form.question</c>, whose texts are taken for the options; null for its own.</summary>
    public string? OptionTexts { get; init; }

    /// <summary>What options are called in text keys, where that is not their words with hyphens; null where it always is.</summary>
    public IReadOnlyDictionary<string, string>? OptionCodes { get; init; }

    /// <summary>Key of an option's text.</summary>
    public string OptionKey(string form, string option) =>
        $"{OptionTexts ?? $"{form}.{Key}"}.{OptionCodes?.GetValueOrDefault(option) ?? option.ToLowerInvariant().Replace(' ', '-')}";

    /// <summary>Trimmed values, empty ones left out, control characters removed.</summary>
    public IReadOnlyList<string> Clean(IReadOnlyList<string> posted) =>
        [.. posted.Select(Printable).Where(value => value.Length > 0).Distinct(StringComparer.Ordinal)];

    /// <summary>What is wrong with cleaned values; null when they are accepted.</summary>
    public FormError? Check(IReadOnlyList<string> values) =>
        values.Count == 0 ? Required ? Missing : null : CheckGiven(values);

    /// <summary>The error of a required question without an answer.</summary>
    protected virtual FormError Missing => new("error.missing-text");

    protected abstract FormError? CheckGiven(IReadOnlyList<string> values);

    /// <summary>Line breaks and tabs stay: texts of several lines are wanted, and the rest is escaped where it is shown.</summary>
    static string Printable(string value)
    {
        var kept = new StringBuilder(value.Length);
        foreach (var letter in value.ReplaceLineEndings("\n"))
            if (!char.IsControl(letter) || letter is '\n' or '\t') kept.Append(letter);
        return kept.ToString().Trim();
    }
}
