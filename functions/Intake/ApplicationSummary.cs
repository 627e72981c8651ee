using Ilnp.Intake.Answers;
using Ilnp.Intake.Vocabulary;
using Ilnp.Programme;
using Ilnp.Texts;

namespace Ilnp.Intake;

/// <summary>What the programme understood of the answers, so that the applicant can correct it.</summary>
static class ApplicationSummary
{
    /// <summary>Label and value of each answer that was given. Without country and languages nobody is matched: those are told when they are not understood.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, object?>> Of(ApplicationAnswers answers, PageTexts texts)
    {
        var language = texts.Language;
        (string Label, string? Value)[] lines =
        [
            (texts["summary.name"], answers.Name),
            (texts["summary.country"], answers.Country == Countries.Unknown ? texts["summary.not-understood"] : Words.Country(answers.Country, language)),
            (texts["summary.timezone"], answers.TimeZone),
            (texts["summary.languages"], answers.Languages.Count == 0 ? texts["summary.not-understood"] : Words.Languages(answers.Languages, language)),
            (texts["summary.interests"], Words.Topics(answers.Interests, language)),
            (texts["summary.library"], answers.LibraryType is { } library ? Words.Topic(library, language) : null),
            (texts["summary.years"], answers.Years is { } years ? texts.Locale.Number(years) : null),
            (texts["summary.stage"], answers.CareerStage is { } stage ? Words.Of(stage, language) : null),
            (texts["summary.partner"], answers.WantsUnlike is { } unlike ? texts[unlike ? "summary.partner.unlike" : "summary.partner.like"] : null),
            (texts["summary.offers"], Words.Topics(answers.Offers, language)),
            (texts["summary.seeks"], Words.Topics(answers.Seeks, language)),
            (texts["summary.rhythm"], answers.Rhythm is { } rhythm ? Words.Of(rhythm, language) : null),
            (texts["summary.tools"], texts.Locale.List([.. answers.Tools.Select(tool => Words.Of(tool, language))])),
        ];
        return [.. lines.Where(line => !string.IsNullOrEmpty(line.Value))
            .Select(line => new Dictionary<string, object?> { ["label"] = line.Label, ["value"] = line.Value })];
    }
}
