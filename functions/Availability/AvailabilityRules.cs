using Ilnp.Programme;

namespace Ilnp.Availability;

/// <summary>What an answer to the inquiry means. Pure.</summary>
public static class AvailabilityRules
{
    /// <summary>Where somebody stands once the inquiry is closed.</summary>
    /// <param name="choice">The form's choice, or null for no answer.</param>
    public static Standing StandingAfter(string? choice) => choice switch
    {
        InquiryForm.Yes => Standing.Available,
        InquiryForm.Later => Standing.Later,
        InquiryForm.No => Standing.Declined,
        null => Standing.Silent,
        _ => throw new ArgumentOutOfRangeException(nameof(choice), choice, "The inquiry has no such choice."),
    };

    /// <summary>People from the waiting list are asked by other steps too, and come here as eligible.</summary>
    public static Person AsAsked(Person person) =>
        person.Standing == Standing.Eligible ? person with { Standing = Standing.Asked } : person;
}
