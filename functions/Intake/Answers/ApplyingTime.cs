using Ilnp.Programme;

namespace Ilnp.Intake.Answers;

/// <summary>When somebody can have applied to a cohort.</summary>
/// <param name="From">What is said to be from before is not believed.</param>
/// <param name="Closes">The first moment that is too late.</param>
/// <param name="Until">No date of a file is meant to be after it.</param>
public sealed record ApplyingTime(DateTimeOffset From, DateTimeOffset Closes, DateTimeOffset Until)
{
    /// <summary>A form may have been open long before its round, for those who asked early; not for longer.</summary>
    const int YearsBefore = 2;

    public static ApplyingTime Of(CohortSettings cohort)
    {
        var calendar = new ProgrammeCalendar(cohort);
        DateTimeOffset announced = new(calendar.Announce, TimeSpan.Zero), closes = new(calendar.ApplicationsClose, TimeSpan.Zero);
        return new(announced.AddYears(-YearsBefore), closes, closes.AddYears(1));
    }

    /// <summary>Where no cohort is known: before the message came.</summary>
    public static ApplyingTime Before(DateTimeOffset receivedAt) =>
        new(receivedAt.AddYears(-YearsBefore), DateTimeOffset.MaxValue, receivedAt);
}
