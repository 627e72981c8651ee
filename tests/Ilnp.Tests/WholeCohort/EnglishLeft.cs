using System.Text.RegularExpressions;
using Ilnp.Mail.Rendering;
using Ilnp.Prompts.Reading;
using Ilnp.Texts;

namespace Ilnp.Tests.WholeCohort;

/// <summary>Finds English in what was written in another language, besides the names in it.</summary>
sealed partial class EnglishLeft(FinishedCohort cohort)
{
    /// <summary>What stands in a mail or on a page as it is, longest first so that none hides in another.</summary>
    readonly List<string> names =
    [
        .. cohort.People.Values.Select(person => FillIns.OneLine(person.Name))
            .Concat(
                cohort.People.Values.SelectMany(person => person.Interests.Append(person.LibraryType ?? ""))
                    .Select(code => code.Replace('-', ' ')))
            .Concat(cohort.Mails.Where(mail => mail.Entry.Template == "certificate").Select(mail => mail.To[0].Name))
            .Concat(FinishedCohort.Settings.Of<PromptSettings>().Articles.Select(article => article.Title))
            .Concat(FinishedCohort.Settings.Committee.Select(member => member.Name))
            .Concat(FinishedCohort.Settings.Texts.Values).Append(FinishedCohort.Settings.Name)
            .Concat(FinishedCohort.Settings.Languages.Select(language => Locale.Of(language).OwnName))
            .Where(name => name.Length > 1).Distinct().OrderByDescending(name => name.Length),
    ];

    /// <summary>The English words; where the language has other letters, any two Latin ones in a row.</summary>
    public IReadOnlyList<string> In(string text, string language)
    {
        var words = Address.Replace(text, "");
        foreach (var name in names.SelectMany(Wrapped)) words = words.Replace(name, "", StringComparison.Ordinal);
        return [.. (IsLatin(language) ? EnglishWord : LatinSentence).Matches(words).Select(match => match.Value)];
    }

    /// <summary>As it stands in one line, and in two.</summary>
    static IEnumerable<string> Wrapped(string name) => Enumerable.Range(0, name.Length).Where(at => name[at] == ' ')
        .SelectMany(at => new[] { "\n", "\n  " }.Select(end => name[..at] + end + name[(at + 1)..])).Prepend(name);

    static bool IsLatin(string language) => language is "es" or "pt" or "fr";

    [GeneratedRegex(@"https?://\S+|[^\s<>()]+@[^\s<>()]+")]
    private static partial Regex Address { get; }

    /// <summary>Two Latin words in a row.</summary>
    [GeneratedRegex(@"[A-Za-z]{2,}[ ,.'’-]+[A-Za-z]{2,}")]
    private static partial Regex LatinSentence { get; }

    /// <summary>Words that are in most English sentences, and in none of the other three.</summary>
    [GeneratedRegex(
        @"\b(?:the|and|your|you|with|this|was|we|January|February|March|April|June|July|August|September|Monday|Friday|Sunday)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex EnglishWord { get; }
}
