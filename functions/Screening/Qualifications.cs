using Ilnp.Intake;
using Ilnp.Intake.Answers;

namespace Ilnp.Screening;

/// <summary>The rules and their words, as intake asks for them.</summary>
sealed class Qualifications : IQualifications
{
    public IReadOnlyList<string> Missed(ApplicationAnswers answers) => ScreeningRule.Reasons(answers);

    public string? TextKey(string code) => ReasonWords.TextKey(code);
}
