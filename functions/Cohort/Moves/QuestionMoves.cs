using Ilnp.Approvals;
using Ilnp.Assignments.Questions;
using Ilnp.Availability;
using Ilnp.Continuing.Questions;
using Ilnp.Programme;
using Ilnp.Surveys;

namespace Ilnp.Cohort.Moves;

/// <summary>
/// When questions close after days were moved: pure. What was asked late, and closes on a day of its own, stays as it is.
/// </summary>
/// <param name="Before">Moments by day, UTC.</param>
/// <param name="After">The same, moved.</param>
public sealed record QuestionMoves(ProgrammeCalendar Before, ProgrammeCalendar After)
{
    public static QuestionMoves Of(DatesMove move, CohortSettings settings) =>
        new(new(settings with { Dates = move.Before }), new(settings with { Dates = move.After }));

    public Decision Apply(Decision decision)
    {
        var (day, closes) = (DayOf(decision.Request.Form), decision.Request.ClosesAt.UtcDateTime);
        return closes == Before.Of(day) && closes != After.Of(day)
            ? decision with { Request = decision.Request with { ClosesAt = new DateTimeOffset(After.Of(day), TimeSpan.Zero) } }
            : decision;
    }

    /// <summary>Whether it closes on a day that was moved.</summary>
    public bool IsMoved(Decision decision)
    {
        var day = DayOf(decision.Request.Form);
        return decision.Request.ClosesAt.UtcDateTime == After.Of(day) && Before.Of(day) != After.Of(day);
    }

    /// <summary>The day that a form's questions close on; most do when the programme ends.</summary>
    public static string DayOf(string form) =>
        form == InquiryForm.Name ? CohortDay.AvailabilityCloses
        : form == MidSurveyForm.Form.Name ? CohortDay.MidSurveyCloses
        : form == FinalSurveyForm.Form.Name || form == Longer.Name || form == HandIn.Name ? CohortDay.FinalSurveyCloses
        : CohortDay.End;
}
