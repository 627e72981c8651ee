using Ilnp.Programme;

namespace Ilnp.Care.Weeks;

/// <summary>When a liaison writes to a group without anything having happened. Pure.</summary>
public static class DueContacts
{
    /// <summary>Before the end.</summary>
    const int LastWeeks = 2;

    /// <summary>After the group has met, half-way, and before the end; in this order.</summary>
    public static IReadOnlyList<DueContact> Of(CohortSettings settings, Group group)
    {
        var calendar = new ProgrammeCalendar(settings);
        var (begin, end) = (calendar.Introduce, calendar.End);
        return
        [
            new("first", IntroducedAt(settings, group)),
            new("half-time", begin + ((end - begin) / 2)),
            new("last", end.AddDays(-LastWeeks * DueContact.Days)),
        ];
    }

    /// <summary>When the members heard of each other, UTC.</summary>
    public static DateTime IntroducedAt(CohortSettings settings, Group group) =>
        group.Round == 1 ? new ProgrammeCalendar(settings).Introduce : group.FormedAt.UtcDateTime;
}

/// <summary>A week in which a liaison writes to a group.</summary>
/// <param name="Name">Ends the keys of its texts.</param>
/// <param name="From">UTC.</param>
public sealed record DueContact(string Name, DateTime From)
{
    public const int Days = 7;

    public bool IsAt(DateTime utc) => From <= utc && utc < From.AddDays(Days);
}
