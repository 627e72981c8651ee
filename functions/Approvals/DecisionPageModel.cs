using Ilnp.Forms;
using Ilnp.Pages;
using Ilnp.Texts;

namespace Ilnp.Approvals;

/// <summary>The page of one decision.</summary>
/// <param name="Decision">As recorded.</param>
/// <param name="Form">Its form, with errors where something was posted that is not accepted.</param>
/// <param name="IsOpen">Whether an answer is accepted now.</param>
public sealed record DecisionPageModel(Decision Decision, FormView Form, bool IsOpen)
{
    /// <summary>What its step says of it.</summary>
    public DecisionStand Stand { get; init; } = DecisionStand.Open;

    /// <summary>What others of the committee did about it, and who could decide instead.</summary>
    public DecisionStory Story { get; init; } = DecisionStory.None;

    /// <summary>Text of how long it can be answered, the form's own where that has one.</summary>
    public string UntilKey => Texts.Find($"{Form.Form.Name}.until") is null ? "decision.until" : $"{Form.Form.Name}.until";

    public PageTexts Texts => Form.Texts;

    /// <summary>The languages to choose from; null where there is one.</summary>
    public LanguageSwitch? Languages { get; init; }

    public IReadOnlyDictionary<string, string> Facts => Form.Facts;

    /// <summary>What the page is at, for people who automate: open, recorded or closed.</summary>
    public string State => !IsOpen ? "closed" : Decision.Version == 0 ? "open" : "recorded";

    /// <summary>What happens now, by the answer where that has a text of its own.</summary>
    public string AfterKey =>
        $"{Form.Form.Name}.done.{Decision.Choice}" is var done && Decision.Choice is not null && Texts.Find(done) is not null
            ? done
            : $"{Form.Form.Name}.after";

    /// <summary>Path of the page that somebody should have looked at before deciding; null for decisions that need none.</summary>
    public string? ReviewPath => Form.Form.Review is { } page ? $"/cohorts/{Decision.CohortId}{page}" : null;

    /// <summary>The questions that were answered, as recorded.</summary>
    public IEnumerable<QuestionView> Answered => (Form with { Reading = FormReading.Filled(Decision.Answers!) }).Answered;
}
