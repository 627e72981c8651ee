using Ilnp.Intake;
using Ilnp.Intake.Answers;
using Ilnp.Intake.FormQuestions;
using Ilnp.Intake.Providers;

namespace Ilnp.Committee.FormQuestions;

/// <summary>The page where a message is tried.</summary>
/// <param name="Reader">Who reads.</param>
/// <param name="Provider">Name of the form service that was chosen; empty for none.</param>
/// <param name="Text">What was pasted.</param>
/// <param name="ProblemKey">Why nothing was tried; null when something was, or nothing was posted.</param>
/// <param name="Tried">What would become of it; null where nothing was tried.</param>
public sealed record TrialModel(CommitteeReader Reader, string Provider, string Text, string? ProblemKey, TriedMessage? Tried)
{
    public static IReadOnlyList<FormProvider> Services => FormProvider.Services;

    /// <summary>What the programme would understand, label and value.</summary>
    public IEnumerable<(string LabelKey, string Value)> Understood =>
        Tried?.Application?.Answers is not { } answers ? []
        : [("person.email", answers.Email ?? Reader.Texts["summary.not-understood"]), .. ApplicationSummary.Lines(answers, Reader.Texts)];

    /// <summary>Text of what becomes of an application of somebody new.</summary>
    public static string TextKeyOf(ApplicationOutcome outcome) => outcome switch
    {
        ApplicationOutcome.Late => "trial.late",
        ApplicationOutcome.Unreachable => "trial.unreachable",
        _ => "trial.received",
    };

    /// <summary>What needs a look.</summary>
    public IEnumerable<Finding> Findings => (Tried?.Read?.Read.Findings ?? []).Where(finding => finding.IsOpen);
}
