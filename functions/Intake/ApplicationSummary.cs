using Ilnp.Intake.Answers;
using Ilnp.Intake.Vocabulary;
using Ilnp.Programme;
using Ilnp.Texts;

namespace Ilnp.Intake;

/// <summary>What the programme understood of the answers, so that the applicant can correct it.</summary>
static class ApplicationSummary
{
    /// <summary>As mails list it: <c>label</c> and <c>value</c>.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, object?>> Of(ApplicationAnswers answers, PageTexts texts) =>
        [.. Lines(answers, texts)
            .Select(line => new Dictionary<string, object?> { ["label"] = texts[line.LabelKey], ["value"] = line.Value })];

    /// <summary>Without country and languages nobody is matched: then there is something to do for who applied.</summary>
    public static bool LacksWhatMatches(ApplicationAnswers answers) => answers.Country == Countries.Unknown || answers.Languages.Count == 0;

    /// <summary>
    /// Key of the label and value of each answer that was given. Without country and languages nobody is matched: those are told when
    /// they are not understood.
    /// </summary>
    public static IEnumerable<(string LabelKey, string Value)> Lines(ApplicationAnswers answers, PageTexts texts)
    {
        var language = texts.Language;
        (string LabelKey, string? Value)[] lines =
        [
            ("summary.name", answers.Name),
            (
                "summary.country",
                answers.Country == Countries.Unknown ? texts["summary.not-understood"] : Words.Country(answers.Country, language)),
            ("summary.timezone", answers.TimeZone is { } zone ? texts.Locale.City(zone) : null),
            (
                "summary.languages",
                answers.Languages.Count == 0 ? texts["summary.not-understood"] : Words.Languages(answers.Languages, language)),
            ("summary.interests", Words.Topics(answers.Interests, language)),
            ("summary.library", answers.LibraryType is { } library ? Words.Topic(library, language) : null),
            ("summary.years", answers.Years is { } years ? texts.Locale.Number(years) : null),
            ("summary.stage", answers.CareerStage is { } stage ? Words.Of(stage, language) : null),
            (
                "summary.partner",
                answers.WantsUnlike is { } unlike ? texts[unlike ? "summary.partner.unlike" : "summary.partner.like"] : null),
            ("summary.offers", Words.Topics(answers.Offers, language)),
            ("summary.seeks", Words.Topics(answers.Seeks, language)),
            ("summary.rhythm", answers.Rhythm is { } rhythm ? Words.Of(rhythm, language) : null),
            ("summary.tools", texts.Locale.List([.. answers.Tools.Select(tool => Words.Of(tool, language))])),
        ];
        return lines.Where(line => !string.IsNullOrEmpty(line.Value)).Select(line => (line.LabelKey, line.Value!));
    }
}
