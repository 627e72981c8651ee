using Ilnp.Intake.Answers;
using Ilnp.Intake.Vocabulary;
using Ilnp.Programme;

namespace Ilnp.Screening;

/// <summary>
/// The minimum qualifications: internet or e-mail access, contact once in two weeks, the commitment to the programme's
/// months. English is not one. Only a clear no counts; a question without a clear answer is the committee's to see.
/// </summary>
public static class ScreeningRule
{
    /// <summary>What keeps the answers from being eligible, as codes: qualifications not met, and an unknown country.</summary>
    public static IReadOnlyList<string> Reasons(ApplicationAnswers answers)
    {
        var reasons = Reasons(answers.Internet, answers.Biweekly, answers.Commits);
        return answers.Country == Countries.Unknown ? [.. reasons, ReasonCode.UnknownCountry] : reasons;
    }

    /// <summary>Codes of the qualifications not met, empty when all are.</summary>
    public static IReadOnlyList<string> Reasons(bool? internet, bool? biweekly, bool? commits)
    {
        (bool? Answer, string Code)[] qualifications =
        [
            (internet, ReasonCode.NoInternet),
            (biweekly, ReasonCode.NotBiweekly),
            (commits, ReasonCode.NoCommitment),
        ];
        return [.. qualifications.Where(qualification => qualification.Answer == false).Select(qualification => qualification.Code)];
    }
}
