using Ilnp.Pages;
using Ilnp.Programme;
using Ilnp.Texts;

namespace Ilnp.Committee.Drafts;

/// <summary>A draft as it is shown: its form, its days, and what is still to put right.</summary>
/// <param name="Texts">In the reader's language.</param>
/// <param name="Draft">As it is shown, which may be as it was typed.</param>
/// <param name="Version">Of what is kept, so that nobody saves over what somebody else wrote meanwhile.</param>
/// <param name="Check">What is in the way of starting.</param>
/// <param name="Offered">The languages that there are texts in.</param>
public sealed record DraftModel(PageTexts Texts, CohortDraft Draft, string Version, CheckedDraft Check, IReadOnlyList<string> Offered)
{
    internal SettingsDocument Settings { get; } = SettingsDocument.Parse(Draft.Settings);

    /// <summary>Somebody who saved since the form was opened; null when nobody did.</summary>
    public CohortDraft? Meanwhile { get; init; }

    /// <summary>What was just done, a text's key; null for nothing.</summary>
    public string? DoneKey { get; init; }

    /// <summary>Why a file was not taken; empty when none was refused.</summary>
    public IReadOnlyList<string> FileProblems { get; init; } = [];

    /// <summary>How many of earlier cohorts hear that it opens, as things are today; null while its first day is not known.</summary>
    public int? Returning { get; init; }

    public string Path => DraftPages.PathOf(Draft.Id);

    public string Name => Settings.Text("name") is { Length: > 0 } name ? name : Texts["draft.nameless"];

    internal IReadOnlyList<string> Languages => Settings.List("languages");

    internal DraftFieldModel Field(DraftField field, string? textKey = null) =>
        new(Texts, field, Settings.Text(field.Place), textKey ?? $"draft.{field.Place}");

    public LayoutModel Layout => new(Texts, $"{Texts["draft.title"]} - {Name}", Name);
}

/// <summary>One field of the form.</summary>
public sealed record DraftFieldModel(PageTexts Texts, DraftField Field, string Value, string TextKey)
{
    public string? HintKey => Texts.Find($"{TextKey}.hint") is null ? null : $"{TextKey}.hint";

    /// <summary>Of a switch; as it is where nothing was said.</summary>
    public bool IsOn => (Value.Length > 0 ? Value : DraftFields.Usual(Field)) == DraftReading.On;

    /// <summary>Browsers show nothing for a day that is none, and would send nothing back.</summary>
    public string InputType =>
        Field.Kind == DraftFieldKind.Day && (Value.Length == 0 || DateOnly.TryParseExact(Value, "yyyy-MM-dd", out _)) ? "date" : "text";
}

/// <summary>What a start would do.</summary>
/// <param name="Texts">In the reader's language.</param>
/// <param name="Draft">What would be started.</param>
/// <param name="Version">As it is shown.</param>
/// <param name="Settings">Checked.</param>
/// <param name="AtOnce">What would happen at once since its day is over.</param>
/// <param name="Unreachable">Members whom no mail reaches.</param>
public sealed record DraftStartModel(
    PageTexts Texts, CohortDraft Draft, string Version, CohortSettings Settings,
    IReadOnlyList<string> AtOnce, IReadOnlyList<string> Unreachable)
{
    /// <summary>Whether the announcement's hour has come, on its day or after it.</summary>
    public bool IsAnnouncedAtOnce { get; init; }
}
