namespace Ilnp.Intake.Answers;

/// <summary>What 3/4/2020 means.</summary>
public enum DateOrder
{
    /// <summary>The fourth of March.</summary>
    MonthFirst,

    /// <summary>The third of April.</summary>
    DayFirst,
}
