using System.Text.Json.Serialization;

namespace Ilnp.Programme;

/// <summary>
/// A meeting of everybody in a cohort, held twice on one day, so that it is day for as many as possible at one of the two.
/// </summary>
public sealed record WholeMeeting
{
    /// <summary>Counts the cohort's meetings, those that were called off among them, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>When the first sitting begins, UTC.</summary>
    public required DateTimeOffset First { get; init; }

    /// <summary>When the second begins, later on the same day of the cohort, UTC.</summary>
    public required DateTimeOffset Second { get; init; }

    /// <summary>Length of each.</summary>
    public required int Minutes { get; init; }

    /// <summary>Where it is joined; the same for both.</summary>
    public required Uri Link { get; init; }

    /// <summary>Its entries in the calendar where it was made, by ids with spaces between; null for a link that somebody gave.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] // a press is known by these words, also by those of former releases
    public string? Entries { get; init; }

    /// <summary>UTC; null while it is held.</summary>
    public DateTimeOffset? CalledOffAt { get; init; }

    [JsonIgnore]
    public DateTimeOffset Ends => Second.AddMinutes(Minutes);

    /// <summary>Whether it is still to come, or going on.</summary>
    public bool IsAhead(DateTimeOffset now) => CalledOffAt is null && now < Ends;
}

/// <summary>A meeting of a cohort.</summary>
public sealed record MeetingRef(string CohortId, int Number);
