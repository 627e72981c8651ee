using Ilnp.Programme;

namespace Ilnp.SecondPartners;

/// <summary>
/// When a second partner can be wished, and what comes then. Read anew at each step, so that days that a lead has moved count. All UTC.
/// </summary>
public sealed record SecondDates
{
    /// <summary>Partners have had a month with each other.</summary>
    const int OpensInMonth = 2;

    /// <summary>From the day of opening.</summary>
    const int WishDays = 14;

    /// <summary>In the last days of wishing nobody is reminded.</summary>
    const int RemindDays = 4;

    /// <summary>For the leads to look at the pairs; a weekend lies between at most.</summary>
    const int DecideDays = 5;

    /// <summary>What is left of the programme then, at least: less would be no time to get to know each other.</summary>
    const int LeastDays = 21;

    /// <summary>From here on members of sound groups can wish one.</summary>
    public required DateTime Opens { get; init; }

    /// <summary>Whoever was asked by their partner and has not answered is reminded once.</summary>
    public required DateTime Remind { get; init; }

    /// <summary>The wishes are over, and the pairs are made.</summary>
    public required DateTime Pairs { get; init; }

    /// <summary>The leads who have not answered are reminded once.</summary>
    public required DateTime RemindLeads { get; init; }

    /// <summary>Without a lead's word until here it does not come about.</summary>
    public required DateTime Decides { get; init; }

    /// <summary>Of the programme, and of second pairs with it.</summary>
    public required DateTime End { get; init; }

    /// <summary>Null where a cohort does not offer it, or is too short for it.</summary>
    public static SecondDates? Of(CohortSettings settings)
    {
        if (!settings.Of<SecondPartnersSettings>().Offered || settings.Dates.Months < OpensInMonth) return null;
        var (opens, calendar) = (settings.Dates.Prompt(OpensInMonth), new ProgrammeCalendar(settings));
        var pairs = opens.AddDays(WishDays);
        var decides = pairs.AddDays(DecideDays);
        return decides.AddDays(LeastDays) > settings.Dates.End ? null : new()
        {
            Opens = calendar.MorningOf(opens),
            Remind = calendar.MorningOf(pairs.AddDays(-RemindDays)),
            Pairs = calendar.MorningOf(pairs),
            RemindLeads = calendar.MorningOf(decides.AddDays(-2)),
            Decides = calendar.MorningOf(decides),
            End = calendar.End,
        };
    }

    /// <summary>When the pairs were made late, the leads have as many days as planned all the same.</summary>
    /// <param name="made">UTC.</param>
    public SecondDates MadeAt(DateTime made) => !CohortPlan.IsLate(Pairs, made) ? this : this with
    {
        Pairs = made,
        RemindLeads = RemindLeads + (made - Pairs),
        Decides = Decides + (made - Pairs),
    };

    /// <summary>Whether members can say now what they would like.</summary>
    public bool AreOpen(DateTime now) => now >= Opens && now < Pairs;
}
