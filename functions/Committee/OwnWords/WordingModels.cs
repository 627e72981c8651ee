using System.Globalization;
using Ilnp.Committee.Acts;
using Ilnp.Mail.OwnWords;
using Microsoft.AspNetCore.Html;

namespace Ilnp.Committee.OwnWords;

/// <summary>All mails to participants.</summary>
/// <param name="Reader">A lead.</param>
/// <param name="Steps">Text of each step, and its mails.</param>
public sealed record WordingsModel(CommitteeReader Reader, IReadOnlyList<(string TextKey, IReadOnlyList<WordingRow> Rows)> Steps);

/// <summary>A mail in the list.</summary>
/// <param name="Template">Its name.</param>
/// <param name="Own">Where the committee's own words count, by language.</param>
/// <param name="Broken">Languages in which they are not used, since they do not pass.</param>
public sealed record WordingRow(string Template, IReadOnlyDictionary<string, OwnWording> Own, IReadOnlyList<string> Broken);

/// <summary>Words as they are read beside the form.</summary>
public sealed record ShownWords(WordingModel Page, MailWords Words);

/// <summary>What changed from some words to others.</summary>
public sealed record ShownDifference(WordingModel Page, MailWords Before, MailWords After)
{
    /// <summary>The parts that changed.</summary>
    public IReadOnlyList<(string Name, IReadOnlyList<ChangedWords> Words)> Parts =>
    [
        .. Before.Parts.Zip(After.Parts).Where(pair => pair.First.Text != pair.Second.Text)
            .Select(pair => (pair.First.Name, WordDifference.Of(pair.First.Text, pair.Second.Text))),
    ];
}

/// <summary>The page of a mail in a language.</summary>
/// <param name="Reader">A lead.</param>
/// <param name="Mail">Its name and language.</param>
/// <param name="Original">The words that ship.</param>
/// <param name="Now">What counts; null where nothing was ever changed.</param>
/// <param name="History">All that counted, the latest first.</param>
/// <param name="Placeholders">What the words may name.</param>
/// <param name="Samples">How many samples there are.</param>
public sealed record WordingModel(
    CommitteeReader Reader, (string Template, string Language) Mail, MailWords Original, OwnWording? Now, IReadOnlyList<OwnWording> History,
    IReadOnlyList<Placeholder> Placeholders, int Samples)
{
    /// <summary>What stands in the form.</summary>
    public required MailWords Typed { get; init; }

    /// <summary>Why it was not saved.</summary>
    public IReadOnlyList<WordingMistake> Mistakes { get; init; } = [];

    /// <summary>What may be right, and is worth a look.</summary>
    public IReadOnlyList<WordingMistake> Warnings { get; init; } = [];

    /// <summary>Somebody else saved first: what they wrote is shown beside what was typed.</summary>
    public bool IsLate { get; init; }

    /// <summary>Who that was, in a sentence; null where it is not known.</summary>
    public IHtmlContent? WhoWasFirst { get; init; }

    /// <summary>Why what counts is not used; empty where it is.</summary>
    public IReadOnlyList<WordingMistake> WhyUnused { get; init; } = [];

    /// <summary>Name of what was just done; empty for nothing.</summary>
    public string Done { get; init; } = "";

    public string Path => WordingPaths.OfMail(Reader.Cohort.Id, Mail.Template, Mail.Language);

    /// <summary>A press is about what the page shows.</summary>
    public string Action => ActAddress.Pressed(Path, VersionOf(Now));

    public static string VersionOf(OwnWording? now) => (now?.Version ?? 0).ToString(CultureInfo.InvariantCulture);

    /// <summary>A version beside the one before it, the first beside the words that ship.</summary>
    public ShownDifference ChangesOf(OwnWording version)
    {
        var before = History.FirstOrDefault(one => one.Version < version.Version);
        return new(this, before?.Words ?? Original, version.Words ?? Original);
    }

    /// <summary>A mistake as a sentence that begins with its place.</summary>
    public string Sentence(WordingMistake mistake)
    {
        var texts = Reader.Texts;
        var facts = new Dictionary<string, string>
        {
            ["what"] = mistake.What,
            ["detail"] = mistake.Detail.Length > 0 ? mistake.Detail : mistake.What,
            ["part"] = texts[KeyOf(mistake.Part)],
            ["line"] = mistake.Line.ToString(CultureInfo.InvariantCulture),
        };
        return $"{texts.Plain(mistake.Line > 0 ? "wording.place.line" : "wording.place.part", facts)}: {texts.Plain(mistake.Key, facts)}";
    }

    /// <summary>A topic to talk about, and no mail.</summary>
    public bool IsTopic => PhraseCheck.IsPhrase(Mail.Template);

    /// <summary>As the committee speaks of it: a topic by its title.</summary>
    public string Name => IsTopic ? Original.Subject : MailNames.Of(Reader.Texts, Mail.Template);

    /// <summary>What it has of a mail's parts.</summary>
    public IReadOnlyList<(string Name, string Text)> Parts =>
        [.. Typed.Parts.Where(part => !IsTopic || part.Name is MailWords.SubjectName or MailWords.BodyName)];

    public string KeyOf(string part) => IsTopic && part == MailWords.SubjectName ? "wording.part.title" : PartKey(part);

    static string PartKey(string part) => part switch
    {
        MailWords.SubjectName => "wording.part.subject",
        MailWords.PreheaderName => "wording.part.preheader",
        MailWords.WhyName => "wording.part.why",
        _ => "wording.part.body",
    };

    public bool IsWrong(string part) => Mistakes.Any(mistake => mistake.Part == part);
}

/// <summary>All topics to talk about.</summary>
public sealed record TopicsModel(CommitteeReader Reader, IReadOnlyList<TopicRow> Rows);

/// <summary>A topic in the list.</summary>
/// <param name="Template">What its words are kept under.</param>
/// <param name="Title">In the cohort's first language, as it counts.</param>
/// <param name="Own">The committee's own words, by language.</param>
public sealed record TopicRow(string Template, string Title, IReadOnlyList<OwnWording> Own);
