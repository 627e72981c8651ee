using Ilnp.Privacy;

namespace Ilnp.Programme.PersonalData;

/// <summary>
/// What is left of somebody who was erased: that somebody of a country applied and how far they came, so that figures stay what they were
/// and no step of a running cohort looks for somebody who is not there. Pure.
/// </summary>
public static class ErasedPersonRule
{
    /// <param name="person">As stored; whoever was erased before stays so.</param>
    /// <param name="at">UTC.</param>
    public static Person Of(Person person, DateTimeOffset at) => person.IsErased ? person : new()
    {
        CohortId = person.CohortId,
        PersonId = person.PersonId,
        Name = Redaction.Left,
        Email = "",
        Country = person.Country,
        MailLanguage = person.MailLanguage,
        FirstAppliedAt = at,
        Standing = After(person.Standing),
        Reasons = StandingRule.IsOpen(person.Standing) ? [.. person.Reasons.Intersect([ReasonCode.Duplicate]), ReasonCode.Withdrawn] : [],
        ErasedAt = at,
    };

    /// <summary>
    /// As for somebody who takes the application back, says no, or leaves: nobody is matched, asked or written to any more.
    /// </summary>
    static Standing After(Standing standing) => standing switch
    {
        Standing.Active or Standing.Resting or Standing.Left => Standing.Left,
        Standing.Asked or Standing.Available or Standing.Later or Standing.Declined => Standing.Declined,
        Standing.Silent => Standing.Silent,
        _ => Standing.Ineligible,
    };
}
