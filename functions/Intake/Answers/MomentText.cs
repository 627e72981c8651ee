using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Ilnp.Intake.Vocabulary;

namespace Ilnp.Intake.Answers;

/// <summary>A moment's text with one kind of digits, spaces and minus signs.</summary>
static partial class MomentText
{
    public static string Plain(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var letter in NumberWords.Decimal(Fold.Composed(text, NormalizationForm.FormKC)))
            if (char.IsWhiteSpace(letter) || char.IsControl(letter)) kept.Append(' ');
            else if (char.GetUnicodeCategory(letter) != UnicodeCategory.Format) kept.Append(letter is '−' or '–' or '‒' or '‐' or '‑' ? '-' : letter);
        return Spaces().Replace(kept.ToString(), " ").Trim().Trim('"', '\'').Trim();
    }

    [GeneratedRegex(" {2,}", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();
}
