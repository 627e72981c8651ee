using Ilnp.Approvals;
using Ilnp.Own;
using Ilnp.Programme;

namespace Ilnp.Availability;

/// <summary>Whether somebody has a place, before and without a group.</summary>
sealed class OwnPlace(DecisionStore decisions, DecisionLinks links) : IOwnCard
{
    const string Answer = "answer";

    public string Name => "place";

    public int Order => 10;

    public async Task<OwnCard?> ShowAsync(Owner owner, CancellationToken cancellation)
    {
        if (owner.Group is not null || TextOf(owner) is not { } text) return null;
        return new(Name)
        {
            Facts = new Dictionary<string, string>
            {
                ["next_date"] = DateText.Day(owner.Cohort.Dates.AskAvailability, owner.Words.Language),
                ["start_date"] = DateText.Day(owner.Cohort.Dates.Introduce, owner.Words.Language),
            },
            Paragraphs = [$"own.place.{text}"],
            Parts = text == "waiting" && owner.Person.WaitingInWords() is { Length: > 0 } reason
                ? [new(null, new OwnLine("own.place.reason", reason))]
                : [],
            Actions = await InquiryAsync(owner, cancellation) is null ? [] : [Answer],
        };
    }

    public async Task<Uri?> ActAsync(Owner owner, string action, CancellationToken cancellation) =>
        action == Answer && await InquiryAsync(owner, cancellation) is { } inquiry ? links.Address(inquiry) : null;

    /// <summary>While it can be answered, or the answer be changed.</summary>
    async Task<Decision?> InquiryAsync(Owner owner, CancellationToken cancellation) =>
        await decisions.FindAsync(owner.Person.CohortId, InquiryForm.DecisionId(owner.Person.PersonId), cancellation) is { } inquiry
            && owner.Now < inquiry.Request.ClosesAt
            ? inquiry
            : null;

    static string? TextOf(Owner owner) => owner.Person.Standing switch
    {
        _ when owner.HasEnded => "over",
        // what counts is another application of theirs, as another card says
        Standing.Ineligible when owner.Person.Reasons.Contains(ReasonCode.Duplicate) => null,
        Standing.Ineligible when owner.Person.WithdrawnAt is null => "ineligible",
        Standing.HeldBack => "question",
        Standing.Eligible when owner.Now.UtcDateTime < new ProgrammeCalendar(owner.Cohort).AskAvailability => "applied",
        Standing.Eligible => "waiting",
        Standing.Asked => "asked",
        Standing.Available => "available",
        Standing.Later => "later",
        Standing.Declined => "declined",
        Standing.Silent => "silent",
        _ => null,
    };
}
