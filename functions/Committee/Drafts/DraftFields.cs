using Ilnp.Assignments;
using Ilnp.Cohort;

namespace Ilnp.Committee.Drafts;

/// <summary>A field of the form: a value of the settings.</summary>
/// <param name="Place">Where in the settings; also the field's name, and the end of its texts' keys.</param>
/// <param name="Kind">How it is written.</param>
public sealed record DraftField(string Place, DraftFieldKind Kind = DraftFieldKind.Text)
{
    /// <summary>Id of the field on the page.</summary>
    public string Id => IdOf(Place);

    public static string IdOf(string place) => $"f-{place.Replace('.', '-').ToLowerInvariant()}";
}

public enum DraftFieldKind
{
    Text,
    Zone,
    Day,
    Number,

    /// <summary>Whole numbers with commas between them.</summary>
    Numbers,

    /// <summary>Yes or no.</summary>
    Switch,
}

/// <summary>The fields of the form in their order; languages and committee have their own.</summary>
static class DraftFields
{
    public static IReadOnlyList<DraftField> Names { get; } =
        [new("name"), new("shortName"), new("id"), new("texts.organiser"), new("texts.website"), new("texts.next_wave")];

    public static IReadOnlyList<DraftField> Days { get; } =
    [
        new("timeZone", DraftFieldKind.Zone), new("dates.announce", DraftFieldKind.Day), new("dates.applicationsClose", DraftFieldKind.Day),
        new("dates.askAvailability", DraftFieldKind.Day),
        new("dates.availabilityCloses", DraftFieldKind.Day), new("dates.introduce", DraftFieldKind.Day),
        new("dates.midSurvey", DraftFieldKind.Day), new("dates.months", DraftFieldKind.Number),
        new("dates.surveyDays", DraftFieldKind.Number),
    ];

    public static IReadOnlyList<DraftField> Sizes { get; } =
    [
        new("capacityPairs", DraftFieldKind.Number), new("availability.reservePairs", DraftFieldKind.Number),
        new("countryCapPercent", DraftFieldKind.Number),
    ];

    /// <summary>Those that hardly anybody changes.</summary>
    public static IReadOnlyList<DraftField> Rhythms { get; } =
    [
        new("availability.reminderDays", DraftFieldKind.Numbers),
        new("availability.laterDays", DraftFieldKind.Number), new("care.firstPulseDays", DraftFieldKind.Number),
        new("care.pulseEveryDays", DraftFieldKind.Number),
        new("care.silenceDays", DraftFieldKind.Number), new("care.nudgeDays", DraftFieldKind.Number),
        new("care.followUpDays", DraftFieldKind.Number), new("care.remindDays", DraftFieldKind.Number),
        new("assignments.fromMonth", DraftFieldKind.Number),
    ];

    /// <summary>What a cohort does or leaves.</summary>
    public static IReadOnlyList<DraftField> Choices { get; } =
        [new("mailings.hold", DraftFieldKind.Switch), new("secondPartners.offered", DraftFieldKind.Switch)];

    /// <summary>Words of the committee in one more language, below <c>translations.language.</c></summary>
    public static IReadOnlyList<string> Translated { get; } = ["programme", "shortName", "organiser", "next_wave"];

    /// <summary>What counts where a field is empty; empty for those that must be filled.</summary>
    public static string Default(DraftField field) =>
        field.Kind is DraftFieldKind.Number or DraftFieldKind.Numbers && field.Place != "capacityPairs"
            ? Usual(field)
            : "";

    /// <summary>As it is where nothing was said.</summary>
    public static string Usual(DraftField field) => Defaults.Value.Text(field.Place);

    static readonly Lazy<SettingsDocument> Defaults = new(() =>
        SettingsDocument.Parse(CohortSettingsFile.Write(CohortSettingsFile.Sound.With(new AssignmentSettings()))));

    public static IEnumerable<DraftField> All => [.. Names, .. Days, .. Sizes, .. Choices, .. Rhythms];

    public static DraftField Translation(string language, string text) => new($"translations.{language}.{text}");
}
