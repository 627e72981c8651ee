namespace Ilnp.Screening;

/// <summary>
/// The minimum qualifications: internet or e-mail access, contact once in two weeks, the commitment to the programme's
/// months. English is not one. Only a clear no counts; a question without a clear answer is the committee's to see.
/// </summary>
public static class ScreeningRule
{
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
