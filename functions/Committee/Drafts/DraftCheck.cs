using System.Text.RegularExpressions;
using Ilnp.Cohort;
using Ilnp.Programme;
using Ilnp.Texts;

namespace Ilnp.Committee.Drafts;

/// <summary>Whether a draft can be started, and what is in the way.</summary>
public sealed partial class DraftCheck(CohortSettingsFile file, CohortStore cohorts)
{
    /// <summary>The settings, or what is wrong with them, as the fields of the form are called.</summary>
    public async Task<CheckedDraft> OfAsync(CohortDraft draft, PageTexts texts, CancellationToken cancellation)
    {
        var (settings, problems) = file.Parse(draft.Settings);
        // A press that ended half-way has started it: the same settings are no other cohort's.
        if (settings is not null && await cohorts.FindAsync(settings.Id, cancellation) is { } there
            && SettingsDifference.Of(settings, there).Count > 0)
            return new(
                null, [new(texts.Plain("draft.taken", new Dictionary<string, string> { ["id"] = settings.Id }), DraftField.IdOf("id"))]);
        return new(settings, [.. problems.Select(problem => Say(problem, texts))]);
    }

    /// <summary>A sentence with places of the file in it, with the names that the form has for them.</summary>
    public static DraftProblem Say(string problem, PageTexts texts)
    {
        var place = PlaceAtStart().Match(problem).Groups["place"].Value;
        var words = Place().Replace(
            problem, found => texts.Find($"draft.{found.Value}") is { } label && IsPlace(found, problem) ? label : found.Value);
        return new(words, IsOnPage(place) ? DraftField.IdOf(place) : null);
    }

    static bool IsOnPage(string place) =>
        place is DraftReading.Languages or DraftReading.Committee || DraftFields.All.Any(field => field.Place == place);

    /// <summary>Words such as "name" are one only at the start; those with a dot are everywhere.</summary>
    static bool IsPlace(Match found, string problem) =>
        found.Value.Contains('.', StringComparison.Ordinal)
            || (found.Index == 0 && found.Length < problem.Length && problem[found.Length] == ':');

    [GeneratedRegex(@"^(?<place>[A-Za-z_]+(\.[A-Za-z_]+)*)")]
    private static partial Regex PlaceAtStart();

    [GeneratedRegex(@"[A-Za-z_]+(\.[A-Za-z_]+)*")]
    private static partial Regex Place();
}

/// <summary>Settings that can be started, or what keeps them from it.</summary>
public sealed record CheckedDraft(CohortSettings? Settings, IReadOnlyList<DraftProblem> Problems);

/// <summary>Something to put right.</summary>
/// <param name="Words">In plain words.</param>
/// <param name="FieldId">Where on the page; null where the form has no field for it.</param>
public sealed record DraftProblem(string Words, string? FieldId);
