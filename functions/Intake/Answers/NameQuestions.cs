using Ilnp.Intake.Providers;
using Ilnp.Texts;

namespace Ilnp.Intake.Answers;

/// <summary>A name that the form asks for in parts, as one answer: the family name first where it is written so.</summary>
static class NameQuestions
{
    /// <summary>The answers by field, with the parts of a name joined when nothing asks for the whole of it.</summary>
    public static IReadOnlyDictionary<ApplicationField, RawAnswer> Join(
        Dictionary<ApplicationField, RawAnswer> mapped, IReadOnlyList<RawAnswer> answers, QuestionTitles titles)
    {
        var parts = answers.Select(answer => (Answer: answer, Part: QuestionTitles.PartOfName(answer)))
            .Where(part => part.Part is not null && !IsForAnother(titles.Match(part.Answer))).ToList();
        if (parts.Count == 0) return mapped;
        var first = parts.FirstOrDefault(part => part.Part == NamePart.First).Answer;
        var last = parts.FirstOrDefault(part => part.Part == NamePart.Last).Answer;
        var whole = mapped.GetValueOrDefault(ApplicationField.Name);
        if (whole is not null && parts.Exists(part => ReferenceEquals(part.Answer, whole))) whole = null;
        if (first is null && last is null) return mapped;
        if (whole is not null && first is not null && last is not null && whole.Values.Count > 0) return mapped;
        var (given, family) = whole is { Values.Count: > 0 } ? (first ?? whole, last ?? whole) : (first, last);
        mapped[ApplicationField.Name] = new(
            [.. new[] { given, family }.OfType<RawAnswer>().SelectMany(answer => answer.Question)],
            Joined(given?.Text ?? "", family?.Text ?? ""));
        return mapped;
    }

    /// <summary>By the settings, whatever its title sounds like.</summary>
    static bool IsForAnother(IReadOnlyList<QuestionMatch> matches) => matches is [{ Doubt: 0, Field: not ApplicationField.Name }];

    /// <summary>Whoever put the whole name into one of the two is not named twice.</summary>
    static IReadOnlyList<string> Joined(string given, string family)
    {
        if (given.Length == 0 || family.Length == 0) return given.Length + family.Length == 0 ? [] : [given + family];
        var (givenWords, familyWords) = (Fold.Words(given), Fold.Words(family));
        if (familyWords.All(givenWords.Contains)) return [given];
        if (givenWords.All(familyWords.Contains)) return [family];
        return [IsFamilyFirst(given + family) ? family + given : $"{given} {family}"];
    }

    /// <summary>Chinese, Japanese and Korean names in their own script.</summary>
    static bool IsFamilyFirst(string name) =>
        name.All(letter =>
            letter is (>= '\u3040' and <= '\u30FF') or (>= '\u4E00' and <= '\u9FFF') or (>= '\uAC00' and <= '\uD7A3') or '々');
}
