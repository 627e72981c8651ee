using Ilnp.Approvals;
using Ilnp.Cohort.Moves;
using Ilnp.Committee.Overview;
using Ilnp.Programme;

namespace Ilnp.Committee.Dates;

/// <summary>A day of a running cohort, and whether it can be moved. Pure.</summary>
/// <param name="Name">Of <see cref="CohortDay"/>.</param>
/// <param name="Day">In the cohort's time zone; of last days, inclusive.</param>
/// <param name="State">Whether it can be moved.</param>
public sealed record MovableDay(string Name, DateOnly Day, DayState State)
{
    /// <summary>What begins so soon has begun by the time that everything hears of a move.</summary>
    static readonly TimeSpan Margin = TimeSpan.FromMinutes(15);

    /// <summary>It is over by the calendar, and waits for somebody all the same.</summary>
    public bool IsOverdue { get; init; }

    /// <param name="cohort">As stored now.</param>
    /// <param name="now">Where its orchestration is.</param>
    /// <param name="decisions">What was asked so far.</param>
    /// <param name="at">UTC.</param>
    public static IReadOnlyList<MovableDay> Of(CohortSettings cohort, CohortNow now, IReadOnlyList<Decision> decisions, DateTimeOffset at)
    {
        var calendar = new ProgrammeCalendar(cohort);
        return
        [
            .. cohort.Dates.Days.OrderBy(calendar.Of)
                .Select(day => new MovableDay(day, cohort.Dates.On(day), StateOf(day, calendar, now, decisions, at))
                {
                    IsOverdue = calendar.Of(day) <= at.UtcDateTime,
                }),
        ];
    }

    /// <summary>Whether a moment is far enough for everything to hear of it before.</summary>
    public static bool IsAhead(DateTime moment, DateTimeOffset at) => moment > at.UtcDateTime + Margin;

    static DayState StateOf(string day, ProgrammeCalendar calendar, CohortNow now, IReadOnlyList<Decision> decisions, DateTimeOffset at)
    {
        if (now is not { State: CohortState.Running }) return DayState.Halted;
        var (phase, (from, to), moment) = (now.Status?.Phase ?? CohortPhase.Planned, WaitsIn(day), calendar.Of(day));
        if (phase > to) return DayState.Over;
        if (IsAskedLate(day, moment, decisions, at)) return DayState.Late;
        if (phase < from || IsAhead(moment, at)) return DayState.Open;
        return moment > at.UtcDateTime ? DayState.Soon : DayState.Over;
    }

    /// <summary>The steps in which a cohort waits for the day: before, it can be moved also when it is overdue.</summary>
    static (CohortPhase From, CohortPhase To) WaitsIn(string day) => day switch
    {
        CohortDay.Announce => (CohortPhase.Planned, CohortPhase.Planned),
        CohortDay.ApplicationsClose => (CohortPhase.ApplicationsOpen, CohortPhase.ApplicationsOpen),
        CohortDay.AskAvailability or CohortDay.AvailabilityCloses => (CohortPhase.AskingAvailability, CohortPhase.AskingAvailability),
        CohortDay.Introduce => (CohortPhase.Introducing, CohortPhase.Introducing),
        CohortDay.MidSurveyCloses => (CohortPhase.Running, CohortPhase.Closing),
        CohortDay.FinalSurveyCloses => (CohortPhase.Closing, CohortPhase.Closing),
        _ => (CohortPhase.Running, CohortPhase.Running),
    };

    /// <summary>Who was asked late has days of their own.</summary>
    static bool IsAskedLate(string day, DateTime moment, IReadOnlyList<Decision> decisions, DateTimeOffset at) =>
        day is CohortDay.AvailabilityCloses or CohortDay.MidSurveyCloses or CohortDay.FinalSurveyCloses
        && decisions.Any(decision =>
            QuestionMoves.DayOf(decision.Request.Form) == day && decision.Request.ClosesAt > moment && decision.Request.ClosesAt > at);
}

/// <summary>Whether a day can be moved.</summary>
public enum DayState
{
    Open,

    /// <summary>It has begun, or is over.</summary>
    Over,

    /// <summary>It begins in a few minutes.</summary>
    Soon,

    /// <summary>Its question was asked late and closes on a day of its own.</summary>
    Late,

    /// <summary>The cohort has ended, or does not go on.</summary>
    Halted,
}
