using System.Globalization;
using Ilnp.Intake.Vocabulary;
using Ilnp.Programme;

namespace Ilnp.Intake.Applying;

/// <summary>What somebody has answered before, as the form asks it: to be changed, not written again.</summary>
static class KnownAnswers
{
    /// <param name="application">The one that counts, with answers.</param>
    /// <param name="person">Whose it is.</param>
    /// <param name="cohort">Its cohort.</param>
    /// <param name="language">Of the page.</param>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Of(
        Application application, Person person, CohortSettings cohort, string language)
    {
        var (answers, settings) = (application.Answers!, cohort.Of<IntakeSettings>());
        var (interests, libraries) = (Topics.Interests(settings), Topics.Libraries(settings));
        var all = new Dictionary<string, IEnumerable<string?>>
        {
            ["email"] = [person.Email],
            ["name"] = [answers.Name],
            ["country"] = [answers.Country == Countries.Unknown ? null : Words.Country(answers.Country, language)],
            ["timezone"] = [answers.TimeZone],
            ["languages"] = answers.Languages.Select(code => Words.Language(code, language)),
            ["mailLanguage"] = [person.MailLanguage],
            ["interests"] = Options("interests", interests, answers.Interests),
            ["library"] = answers.LibraryType is { } library ? Options("library", libraries, [library]) : [],
            ["years"] = [answers.Years?.ToString(CultureInfo.InvariantCulture)],
            ["internet"] = [Reply(answers.Internet)],
            ["biweekly"] = [Reply(answers.Biweekly)],
            ["commit"] = [Reply(answers.Commits)],
            ["waited"] = [Reply(answers.Waited)],
            ["careerStage"] = [answers.CareerStage],
            ["partner"] = [answers.WantsUnlike switch { true => "different", false => "like", null => null }],
            ["offers"] = Options("offers", interests, answers.Offers),
            ["seeks"] = Options("seeks", interests, answers.Seeks),
            ["rhythm"] = [answers.Rhythm],
            ["tools"] = answers.Tools,
            [ApplicationForm.Consent] = [application.Consent],
        };
        return all.Select(answer => (answer.Key, Values: answer.Value.OfType<string>().Where(value => value.Length > 0).ToList()))
            .Where(answer => answer.Values.Count > 0).ToDictionary(answer => answer.Key, answer => (IReadOnlyList<string>)answer.Values);
    }

    /// <summary>The form's own words for codes, in the person's order; what only another form offered is left out.</summary>
    static IEnumerable<string?> Options(string question, Topics topics, IReadOnlyList<string> codes)
    {
        var offered = ApplicationForm.OptionsOf(question);
        return codes.Select(code => offered.FirstOrDefault(option => topics.Find(option) == code));
    }

    static string? Reply(bool? reply) => reply switch { true => "yes", false => "no", null => null };
}
