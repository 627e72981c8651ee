using Ilnp.Programme;

namespace Ilnp.Screening;

/// <summary>Reasons that applicants are told.</summary>
public static class ReasonWords
{
    /// <summary>Key of the sentence for a code; null for one that only the committee is told.</summary>
    public static string? TextKey(string code) => code switch
    {
        ReasonCode.NoInternet => "missed.no-internet",
        ReasonCode.NotBiweekly => "missed.not-biweekly",
        ReasonCode.NoCommitment => "missed.no-commitment",
        _ => null,
    };
}
