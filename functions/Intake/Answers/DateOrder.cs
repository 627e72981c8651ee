namespace Ilnp.Intake.Answers;

/// <summary>What 3/4/2020 or 20-03-04 means.</summary>
public enum DateOrder
{
    /// <summary>The fourth of March.</summary>
    MonthFirst,

    /// <summary>The third of April.</summary>
    DayFirst,

    /// <summary>Year, month, day: of dates whose year has two digits.</summary>
    YearFirst,

    /// <summary>As the two below nobody's custom: what may be meant so is asked, and never read so.</summary>
    YearThenDay,

    /// <summary>Month, year, day.</summary>
    MonthThenYear,

    /// <summary>Day, year, month.</summary>
    DayThenYear,
}

/// <summary>What follows from an order.</summary>
static class DateOrders
{
    public static bool IsUsual(this DateOrder order) => order <= DateOrder.YearFirst;

    /// <summary>Year, month and day out of three numbers in their order.</summary>
    public static (T Year, T Month, T Day) Of<T>(this DateOrder order, T first, T second, T third) => order switch
    {
        DateOrder.MonthFirst => (third, first, second),
        DateOrder.DayFirst => (third, second, first),
        DateOrder.YearFirst => (first, second, third),
        DateOrder.YearThenDay => (first, third, second),
        DateOrder.MonthThenYear => (second, first, third),
        _ => (second, third, first),
    };
}
