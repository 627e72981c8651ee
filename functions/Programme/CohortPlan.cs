namespace Ilnp.Programme;

/// <summary>
/// What the orchestrations of a cohort go by, copied from its settings at the start. Days that a lead moves later come to them as
/// <see cref="DatesMoved"/>; no other change of the settings alters a running cohort. All moments UTC.
/// </summary>
public record CohortPlan
{
    public required string CohortId { get; init; }
    public required DateTime Announce { get; init; }

    /// <summary>The moment after the last inclusive day.</summary>
    public required DateTime ApplicationsClose { get; init; }

    public required DateTime AskAvailability { get; init; }
    public required IReadOnlyList<DateTime> AvailabilityReminders { get; init; }
    public required DateTime AvailabilityCloses { get; init; }
    public required DateTime Introduce { get; init; }
    public required DateTime MidSurvey { get; init; }
    public required DateTime FinalSurvey { get; init; }
    public required DateTime End { get; init; }

    /// <summary>One a month, the first for the first month.</summary>
    public required IReadOnlyList<DateTime> Prompts { get; init; }

    public required int SurveyDays { get; init; }

    /// <summary>The end of its last day; before there was this moment, a survey closed its days after it had opened.</summary>
    public DateTime? MidSurveyCloses { get; init; }

    /// <inheritdoc cref="MidSurveyCloses"/>
    public DateTime? FinalSurveyCloses { get; init; }

    /// <summary>Days to answer for somebody asked later, from the waiting list.</summary>
    public required int LaterDays { get; init; }

    public required CareSettings Care { get; init; }

    /// <summary>How often days were moved before; of two plans the one with more counts.</summary>
    public int Moves { get; init; }

    /// <summary>
    /// Days more, at least, for whoever could not be heard on the last day, because nothing ran then; 0
    /// in a plan of before there were such days.
    /// </summary>
    public int MoreDays { get; init; }

    /// <summary>Whether people of earlier cohorts are asked back at the announcement; not in a plan of before there was that.</summary>
    public bool AsksBack { get; init; }

    /// <summary>Whether mails to many wait for the morning where somebody is; not in a plan of before there was that.</summary>
    public bool KeepsQuietHours { get; init; }

    /// <summary>Whether introductions, certificates and the report wait for the morning as well; not in a plan of before.</summary>
    public bool IsQuietThroughout { get; init; }

    /// <summary>Whether a lead can hold mails to many; not in a plan of before there was that.</summary>
    public bool HoldsMailings { get; init; }

    public int Months => Prompts.Count;

    /// <summary>When a month, from 1, goes over into the next, or the last one into the final survey.</summary>
    public DateTime EndOf(int month) => month == Months ? FinalSurvey : Prompts[month];

    /// <summary>Whether the half-way survey begins in a month; one before the first prompt does in the first.</summary>
    public bool HasMidSurveyIn(int month) => MidSurvey < EndOf(month) && (MidSurvey >= Prompts[month - 1] || month == 1);

    /// <summary>Whether it begins in one of some months, the last one inclusive.</summary>
    public bool HasMidSurveyIn(int first, int last) => Enumerable.Range(first, last - first + 1).Any(HasMidSurveyIn);

    /// <summary>
    /// By so much an inquiry may begin after its planned morning and still count as planned, and end after the introductions were to
    /// begin, which then wait for it: asking takes a while.
    /// </summary>
    public static readonly TimeSpan Leeway = TimeSpan.FromHours(1);

    /// <summary>Whether a moment was reached so late that something stood still at it, UTC.</summary>
    public static bool IsLate(DateTime planned, DateTime reached) => reached > planned + Leeway;

    /// <summary>When a month's prompts go out: as planned, but after late introductions not sooner than the first ones were to.</summary>
    /// <param name="month">From 1.</param>
    /// <param name="introduced">UTC; null for a cohort introduced before this was kept.</param>
    public DateTime PromptsOf(int month, DateTime? introduced) =>
        introduced is { } late && IsLate(Introduce, late) && late + (Prompts[0] - Introduce) is var first && first > Prompts[month - 1]
            ? first
            : Prompts[month - 1];

    /// <summary>
    /// Months from this one on whose time is over by then, so that their prompts say nothing any more; none in a plan of before.
    /// </summary>
    public IReadOnlyList<int> MonthsOver(int month, DateTime reached) =>
        MoreDays == 0 ? [] : [.. Enumerable.Range(month, Months - month + 1).TakeWhile(one => EndOf(one) <= reached)];

    /// <summary>When an inquiry that began then ends: as planned, or, begun late, after the days that somebody asked later has.</summary>
    public DateTime InquiryCloses(DateTime asked) =>
        asked.AddDays(LaterDays) is var later && IsLate(AskAvailability, asked) && later > AvailabilityCloses ? later : AvailabilityCloses;

    /// <summary>A weekend's mail is read on Monday.</summary>
    const int DaysMore = 2;

    public static CohortPlan From(CohortSettings settings)
    {
        var calendar = new ProgrammeCalendar(settings);
        return new()
        {
            CohortId = settings.Id,
            Announce = calendar.Announce,
            ApplicationsClose = calendar.ApplicationsClose,
            AskAvailability = calendar.AskAvailability,
            AvailabilityReminders = calendar.AvailabilityReminders,
            AvailabilityCloses = calendar.AvailabilityCloses,
            Introduce = calendar.Introduce,
            MidSurvey = calendar.MidSurvey,
            FinalSurvey = calendar.FinalSurvey,
            End = calendar.End,
            Prompts = [.. Enumerable.Range(1, settings.Dates.Months).Select(calendar.Prompt)],
            SurveyDays = settings.Dates.SurveyDays,
            MidSurveyCloses = calendar.MidSurveyCloses,
            FinalSurveyCloses = calendar.FinalSurveyCloses,
            LaterDays = settings.Availability.LaterDays,
            Care = settings.Care,
            Moves = settings.Dates.Moves,
            MoreDays = DaysMore,
            AsksBack = true,
            KeepsQuietHours = true,
            IsQuietThroughout = true,
            HoldsMailings = true,
        };
    }
}
