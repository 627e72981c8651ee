using Ilnp.Intake.Providers;
using Ilnp.Intake.Vocabulary;

namespace Ilnp.Intake.Answers;

/// <summary>
/// Which question asks for which field: by the committee's settings, then by known titles, then by the longest known
/// phrase inside a longer question.
/// </summary>
public sealed class QuestionMap
{
    /// <summary>Shorter words than this turn up inside questions about something else.</summary>
    const int ShortestPhrase = 4;

    static readonly WordList Known = new(VocabularyFile.Read("questions"));

    /// <summary>The programme's own form calls its questions so; inside longer questions such words say too little.</summary>
    static readonly WordList Keys = new(Enum.GetValues<ApplicationField>().Select(field => (field.Key(), field.Key())));

    readonly WordList configured;
    readonly List<(string Phrase, ApplicationField Field)> phrases;

    public QuestionMap(IntakeSettings settings)
    {
        configured = new(settings.Questions.SelectMany(entry => entry.Value.Select(title => (entry.Key, title))));
        phrases = [.. configured.Entries.Concat(Known.Entries)
            .Where(entry => entry.Key.Length >= ShortestPhrase && ApplicationFields.Find(entry.Value) is not null)
            .OrderByDescending(entry => entry.Key.Length).ThenBy(entry => entry.Key, StringComparer.Ordinal)
            .Select(entry => ($" {entry.Key} ", ApplicationFields.Find(entry.Value)!.Value))];
    }

    /// <summary>The answers by field. Of several questions for one field the surest wins, then the first that is answered.</summary>
    public IReadOnlyDictionary<ApplicationField, RawAnswer> Map(IReadOnlyList<RawAnswer> answers) =>
        answers.Select(answer => (Answer: answer, Match: Match(answer)))
            .Where(pair => pair.Match is not null)
            .GroupBy(pair => pair.Match!.Value.Field)
            .ToDictionary(group => group.Key, group => group.OrderBy(pair => pair.Match!.Value.Doubt).ThenBy(pair => pair.Answer.Values.Count == 0).First().Answer);

    /// <summary>Doubt 0: settings; 1: a known title; 2: a phrase.</summary>
    (ApplicationField Field, int Doubt)? Match(RawAnswer answer)
    {
        if (Exact(answer, configured) is { } set) return (set, 0);
        if ((Exact(answer, Known) ?? Exact(answer, Keys)) is { } known) return (known, 1);
        return Phrase(answer) is { } phrase ? (phrase, 2) : null;
    }

    static ApplicationField? Exact(RawAnswer answer, WordList titles) =>
        answer.Question.Select(titles.Find).Where(key => key is not null).Select(key => ApplicationFields.Find(key!)).FirstOrDefault(field => field is not null);

    ApplicationField? Phrase(RawAnswer answer)
    {
        foreach (var title in answer.Question.Select(question => $" {Fold.Text(question)} "))
            foreach (var (phrase, field) in phrases)
                if (title.Contains(phrase, StringComparison.Ordinal)) return field;
        return null;
    }
}
