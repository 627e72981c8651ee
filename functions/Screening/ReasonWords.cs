using Ilnp.Programme;

namespace Ilnp.Screening;

/// <summary>Reasons as sentences to the applicant.</summary>
public static class ReasonWords
{
    /// <summary>The sentence for a code.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The code is not one that applicants are told.</exception>
    public static string Of(string code) =>
        Find(code) ?? throw new ArgumentOutOfRangeException(nameof(code), code, "No sentence is written for this reason.");

    /// <summary>The sentence for a code; null for one that only the committee is told.</summary>
    public static string? Find(string code) => code switch
    {
        ReasonCode.NoInternet => "The programme works over the internet, and you wrote that you have no access to it or to e-mail.",
        ReasonCode.NotBiweekly => "Partners are in touch at least once every two weeks, and you wrote that you cannot be.",
        ReasonCode.NoCommitment => "The programme needs both partners for all of its months, and you wrote that you cannot commit to them.",
        _ => null,
    };
}
