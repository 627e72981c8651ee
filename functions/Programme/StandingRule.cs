namespace Ilnp.Programme;

/// <summary>Where an applicant stands before anybody is chosen, by the reasons that apply.</summary>
public static class StandingRule
{
    static readonly string[] Holding = [ReasonCode.PossibleDuplicate, ReasonCode.UnknownCountry, ReasonCode.UnknownMoment];

    /// <summary>A qualification not met weighs more than a question that is open.</summary>
    public static Standing Of(IReadOnlyList<string> reasons) =>
        reasons.Any(reason => !Holding.Contains(reason)) ? Standing.Ineligible
        : reasons.Count > 0 ? Standing.HeldBack
        : Standing.Eligible;

    /// <summary>Whether the reason is a question that is open, not a qualification that is not met.</summary>
    public static bool IsQuestion(string reason) => Holding.Contains(reason);

    /// <summary>Whether the standing is still intake's to decide; later steps own the others.</summary>
    public static bool IsOpen(Standing standing) => standing is Standing.Ineligible or Standing.HeldBack or Standing.Eligible;
}
