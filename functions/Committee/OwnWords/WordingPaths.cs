using Ilnp.Committee.Acts;
using Ilnp.Mail.OwnWords;
using Ilnp.Texts;

namespace Ilnp.Committee.OwnWords;

/// <summary>Addresses of the mails' words, and how it is said.</summary>
static class WordingPaths
{
    /// <summary>What acts about them are kept under: language and mail.</summary>
    const string Prefix = "wording-";

    static readonly Dictionary<string, string> Rooms = new()
    {
        ["Intake"] = "wording.room.intake",
        ["Availability"] = "wording.room.availability",
        ["Introductions"] = "wording.room.introductions",
        ["Prompts"] = "wording.room.prompts",
        ["Care"] = "wording.room.care",
        ["Surveys"] = "wording.room.surveys",
        ["Certificates"] = "wording.room.certificates",
        ["Reports"] = "wording.room.reports",
    };

    /// <summary>The steps with mails of their own, in the order of the programme; mails of other rooms come at any time.</summary>
    public static IReadOnlyList<string> Steps { get; } = [.. Rooms.Keys];

    public static string StepKey(string room) => Rooms.GetValueOrDefault(room, "wording.room.any");

    public static string Of(string cohortId) => $"/cohorts/{cohortId}/wording";

    public static string OfMail(string cohortId, string template, string language) => $"{Of(cohortId)}/{template}/{language}";

    public static string Topics(string cohortId) => $"{Of(cohortId)}/topics";

    /// <summary>The mail that words stand in: for a mail's, itself.</summary>
    public static string MailWith(string template) => PhraseCheck.IsPhrase(template) ? OwnTexts.PromptMail : template;

    /// <summary>A mail or a topic as the committee speaks of it.</summary>
    public static string Name(PageTexts texts, string template) => PhraseCheck.IsPhrase(template)
        ? texts.Plain("wording.topic", new Dictionary<string, string> { ["topic"] = template[PhraseCheck.Mark.Length..] })
        : MailNames.Of(texts, template);

    public static string Subject(string template, string language) => $"{Prefix}{language}-{template}";

    /// <summary>Which mail an act is about; null for acts about something else.</summary>
    public static (string Template, string Language)? MailOf(CommitteeAct act) =>
        act.SubjectId.StartsWith(Prefix, StringComparison.Ordinal)
            && act.SubjectId[Prefix.Length..].Split('-', 2) is [var language, var template] ? (template, language) : null;

    /// <summary>Text that says that an act was done; null for none of these.</summary>
    public static string? DoneKey(string act) => act switch
    {
        WordingPages.Save => "wording.done.save",
        WordingPages.Back => "wording.done.back",
        _ => null,
    };
}
