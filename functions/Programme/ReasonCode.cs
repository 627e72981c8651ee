namespace Ilnp.Programme;

/// <summary>Why somebody is not eligible or is held back, as stored in <see cref="Programme.Person.Reasons"/>.</summary>
public static class ReasonCode
{
    public const string NoInternet = "no-internet";
    public const string NotBiweekly = "not-biweekly";
    public const string NoCommitment = "no-commitment";

    /// <summary>The person has taken the application back.</summary>
    public const string Withdrawn = "withdrawn";

    /// <summary>The committee found this to be somebody who is in the cohort already.</summary>
    public const string Duplicate = "duplicate";

    /// <summary>Held back: may be the same person as an earlier applicant.</summary>
    public const string PossibleDuplicate = "possible-duplicate";

    /// <summary>Held back: the country is not known.</summary>
    public const string UnknownCountry = "unknown-country";

    /// <summary>Held back: came after the closing day, and when the person applied is not understood.</summary>
    public const string UnknownMoment = "unknown-moment";
}
