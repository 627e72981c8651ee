namespace Ilnp.Operations;

/// <summary>What an orchestration does for the programme. Stored by name: add, never rename.</summary>
public enum Step
{
    /// <summary>The cohort's timetable, which everything else hangs on.</summary>
    Cohort,
    Review,
    Matching,
    Availability,
    Survey,

    /// <summary>The cohort's rematches, one after the other.</summary>
    Care,

    /// <summary>One rematch.</summary>
    Rematch,

    /// <summary>The search for a partner for somebody.</summary>
    Search,

    /// <summary>One group's pulses.</summary>
    Group,

    /// <summary>One application's way in.</summary>
    Intake,

    /// <summary>One uploaded file of applications.</summary>
    Import,

    /// <summary>The weekly letters to liaisons.</summary>
    LiaisonWeeks,

    /// <summary>The erasure of all that is held of somebody.</summary>
    Erasure,

    /// <summary>The receipt of one answer.</summary>
    Receipt,

    /// <summary>What is told of days that a lead has moved.</summary>
    Dates,

    /// <summary>The same act of the committee about many people.</summary>
    Bulk,

    /// <summary>One group's consent to go on after the programme's end, and its time after that.</summary>
    Longer,

    /// <summary>Questions that could not be answered on their last day stay open.</summary>
    MoreTime,

    /// <summary>The invitations and reminders of one meeting of everybody.</summary>
    Meeting,

    /// <summary>The draft of what somebody wrote for others, to the web coordinators.</summary>
    Story,

    /// <summary>The second partners of a cohort.</summary>
    Seconds,

    /// <summary>Its instance id says nothing that is known here.</summary>
    Unknown,
}
