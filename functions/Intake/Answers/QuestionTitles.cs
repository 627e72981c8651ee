using System.Collections.Concurrent;
using Ilnp.Intake.Providers;
using Ilnp.Intake.Vocabulary;
using Ilnp.Texts;

namespace Ilnp.Intake.Answers;

/// <summary>A field that a question may ask for.</summary>
/// <param name="Doubt">0: by the settings; 1: a known title; 2: a phrase inside.</param>
/// <param name="Unmatched">Words of the title that the phrase leaves over: fewer ask more exactly.</param>
readonly record struct QuestionMatch(ApplicationField Field, int Doubt, int Unmatched);

/// <summary>What titles ask for, the likeliest field first.</summary>
sealed class QuestionTitles
{
    /// <summary>Shorter words than this turn up inside questions about something else, in scripts with an alphabet.</summary>
    const int ShortestPhrase = 4;

    /// <summary>Other dates are asked for in few words too: <c>Date of birth</c>.</summary>
    const int ShortestMoment = 9;

    static readonly WordList Known = new(
        [
            .. VocabularyFile.Read("questions").Where(entry => ApplicationFields.Find(entry.Code) is not null),
            .. FormWords.Below("application", Enum.GetValues<ApplicationField>().Select(field => field.Key())),
        ]);

    /// <summary>The programme's own form calls its questions so; inside longer questions such words say too little.</summary>
    static readonly WordList Keys = new(Enum.GetValues<ApplicationField>().Select(field => (field.Key(), field.Key())));

    /// <summary>Whose name or address is asked for, when it is not the person's.</summary>
    static readonly ReplyPhrases Others = new(
        VocabularyFile.Read("questions").Where(entry => entry.Code == "other").Select(entry => entry.Word));

    /// <summary>Words that a question about languages has when it is not about those that somebody can use.</summary>
    static readonly ReplyPhrases OtherLanguages = new(
        VocabularyFile.Read("questions").Where(entry => entry.Code == "otherlanguages").Select(entry => entry.Word));

    static readonly ReplyPhrases Fillers = new(
        VocabularyFile.Read("questions").Where(entry => entry.Code == "filler").Select(entry => entry.Word));

    static readonly Dictionary<string, NamePart> NameParts = VocabularyFile.Read("questions")
        .Where(entry => entry.Code is "name.first" or "name.last").GroupBy(entry => Fold.Text(entry.Word))
        .ToDictionary(group => group.Key, group => group.First().Code == "name.first" ? NamePart.First : NamePart.Last);

    /// <summary>Titles are the same for each row of a file and each answer of a form; strangers may send any number of others.</summary>
    const int MostRemembered = 2000;

    static readonly ConcurrentDictionary<string, NamePart?> KnownParts = new(StringComparer.Ordinal);

    readonly ConcurrentDictionary<string, IReadOnlyList<QuestionMatch>> matches = new(StringComparer.Ordinal);
    readonly WordList configured;
    readonly WordList unused;
    readonly List<(string Phrase, ApplicationField Field)> phrases;

    public QuestionTitles(IntakeSettings settings)
    {
        configured = new(settings.Questions.SelectMany(entry => entry.Value.Select(title => (entry.Key, title))));
        unused = new(settings.UnusedQuestions.Select(title => ("", title)));
        phrases = [.. configured.Entries.Concat(Known.Entries)
            .Where(entry => ApplicationFields.Find(entry.Value) is { } field && IsLongEnough(entry.Key, field))
            .OrderByDescending(entry => entry.Key.Length).ThenBy(entry => entry.Key, StringComparer.Ordinal)
            .Select(entry => (entry.Key, ApplicationFields.Find(entry.Value)!.Value))];
    }

    /// <summary>The fields that the question may ask for, the likeliest first; none when it asks for something else.</summary>
    public IReadOnlyList<QuestionMatch> Match(RawAnswer answer) => Remembered(matches, answer, Find);

    /// <summary>Whether the settings say that it asks for nothing of ours.</summary>
    public bool IsUnused(RawAnswer answer) => answer.Question.Any(title => unused.Find(title) is not null);

    IReadOnlyList<QuestionMatch> Find(RawAnswer answer)
    {
        if (IsUnused(answer)) return [];
        if (Exact(answer, configured) is { } set) return [new(set, 0, 0)];
        if ((Exact(answer, Known) ?? Exact(answer, Keys)) is { } known) return [new(known, 1, 0)];
        var found = new List<QuestionMatch>();
        foreach (var title in answer.Question.Select(Fold.Text).Where(title => title.Length > 0))
            foreach (var (phrase, field) in phrases)
                if (found.TrueForAll(match => match.Field != field) && IsIn(title, phrase) && !IsAboutOthers(title, field))
                    found.Add(new(field, 2, Unmatched(title, phrase)));
        if (found.Exists(match => match.Field == ApplicationField.Internet))
            found = [.. found.OrderBy(match => match.Field != ApplicationField.Internet)];
        return found;
    }

    /// <summary>The part of a name that the question asks for; null when it asks for a whole name or none.</summary>
    public static NamePart? PartOfName(RawAnswer answer) => Remembered(KnownParts, answer, FindPart);

    static NamePart? FindPart(RawAnswer answer)
    {
        foreach (var title in answer.Question.Select(Fold.Text).Where(title => title.Length > 0 && !Others.IsIn(title)))
        {
            var parts = NameParts.Where(part => title == part.Key || (part.Key.Length >= ShortestPhrase && IsIn(title, part.Key))).ToList();
            if (parts.Select(part => part.Value).Distinct().ToList() is [var only]) return only;
        }

        return null;
    }

    static T Remembered<T>(ConcurrentDictionary<string, T> known, RawAnswer answer, Func<RawAnswer, T> find)
    {
        var titles = string.Join('\u001F', answer.Question);
        if (known.TryGetValue(titles, out var found)) return found;
        found = find(answer);
        if (known.Count < MostRemembered) known.TryAdd(titles, found);
        return found;
    }

    static bool IsLongEnough(string phrase, ApplicationField field) =>
        field == ApplicationField.AppliedAt
            ? phrase.Length >= ShortestMoment
            : phrase.Length >= ShortestPhrase || (phrase.Length >= 2 && phrase.Any(letter => letter >= '\u0590'));

    /// <summary>Between spaces; anywhere in scripts that write none.</summary>
    static bool IsIn(string title, string phrase) =>
        phrase[0] is >= '\u2E80'
            ? title.Contains(phrase, StringComparison.Ordinal)
            : $" {title} ".Contains($" {phrase} ", StringComparison.Ordinal);

    static bool IsAboutOthers(string title, ApplicationField field) => field switch
    {
        ApplicationField.Name or ApplicationField.Email => Others.IsIn(title),
        ApplicationField.Languages => OtherLanguages.IsIn(title),
        _ => false,
    };

    static int Unmatched(string title, string phrase) =>
        title.Replace(phrase, " ", StringComparison.Ordinal)
            .Split(' ', StringSplitOptions.RemoveEmptyEntries).Count(word => !Fillers.Has(word));

    static ApplicationField? Exact(RawAnswer answer, WordList titles) =>
        answer.Question.Select(titles.Find).Where(key => key is not null)
            .Select(key => ApplicationFields.Find(key!)).FirstOrDefault(field => field is not null);
}

/// <summary>Parts in which forms ask for a name.</summary>
enum NamePart
{
    First,
    Last,
}
