using System.Globalization;
using Ilnp.Intake.Answers;
using Ilnp.Intake.Vocabulary;
using Ilnp.Programme;

namespace Ilnp.Intake;

/// <summary>What the programme understood of the answers, so that the applicant can correct it.</summary>
static class ApplicationSummary
{
    /// <summary>Only the person can say it otherwise, and nobody is matched without it.</summary>
    const string NotUnderstood = "we could not understand your answer, please write it in another way";

    /// <summary>Label and value of each answer that was given.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, object?>> Of(ApplicationAnswers answers, string language)
    {
        (string Label, string? Value)[] lines =
        [
            ("Name", answers.Name),
            ("Country", answers.Country == Countries.Unknown ? NotUnderstood : Words.Country(answers.Country, language)),
            ("Time zone", answers.TimeZone),
            ("Languages", answers.Languages.Count == 0 ? NotUnderstood : string.Join(", ", answers.Languages.Select(code => Words.Language(code, language)))),
            ("Interests, most important first", string.Join(", ", answers.Interests.Select(Plain))),
            ("Library", answers.LibraryType is { } library ? Plain(library) : null),
            ("Years of experience", answers.Years?.ToString(CultureInfo.InvariantCulture)),
            ("Career stage", answers.CareerStage),
            ("Partner", answers.WantsUnlike is { } unlike ? unlike ? "with a different background" : "with a background like yours" : null),
            ("Can help others with", string.Join(", ", answers.Offers.Select(Plain))),
            ("Would like to learn about", string.Join(", ", answers.Seeks.Select(Plain))),
            ("Would like to talk", answers.Rhythm),
            ("By", string.Join(", ", answers.Tools)),
        ];
        return [.. lines.Where(line => !string.IsNullOrEmpty(line.Value))
            .Select(line => new Dictionary<string, object?> { ["label"] = line.Label, ["value"] = line.Value })];
    }

    static string Plain(string code) => code.Replace('-', ' ');
}
