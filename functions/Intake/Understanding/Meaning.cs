using System.Text.Json.Serialization;
using Ilnp.Intake.Answers;

namespace Ilnp.Intake.Understanding;

/// <summary>What the committee said that a word means in a cohort's applications.</summary>
public sealed record Meaning
{
    public required string CohortId { get; init; }

    /// <summary>Of the word, by <see cref="UnclearWord.WordId"/>.</summary>
    public required string WordId { get; init; }

    public required WordKind Kind { get; init; }

    /// <summary>As it stood where it was found.</summary>
    public required string Spelling { get; init; }

    /// <summary>Of the list; empty when it is nothing of it, and left out.</summary>
    public required string Code { get; init; }

    /// <summary>Who said it last, or took it back.</summary>
    public required string MemberId { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Nobody says any more what it means.</summary>
    public bool IsTakenBack { get; init; }

    /// <summary>Counts what was said, from 1: each word of the committee's is about the one before.</summary>
    public required int Version { get; init; }

    /// <summary>Whether it is the same word of the same member, but for when it came.</summary>
    public bool SaysTheSame(Meaning other) => this with { At = other.At } == other;

    [JsonIgnore]
    public bool IsLeftOut => Code.Length == 0;
}
