using System.Globalization;

namespace Ilnp.Intake.Rounds;

/// <summary>
/// Some seconds of a cohort's messages, taken in by one orchestration: what is costly of an orchestration is that it exists. The message
/// that begins a round is taken in at once; those that come while it lasts wait for its end.
/// </summary>
/// <param name="CohortId">The cohort applied to.</param>
/// <param name="Begins">UTC, a multiple of <see cref="Length"/>.</param>
/// <param name="Name">Of its own: processes that take messages in beside each other have rounds of their own.</param>
/// <param name="FirstId">The message that began it.</param>
public sealed record IntakeRound(string CohortId, DateTime Begins, string Name, string FirstId)
{
    /// <summary>Messages of so long are one round.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromSeconds(4);

    /// <summary>A message may be written into its round so long after its end, by a clock that is not quite right.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(6);

    /// <summary>Messages registered by one activity.</summary>
    public const int Step = 100;

    /// <summary>When the messages that waited are taken in, UTC: after this none may be added.</summary>
    public DateTime LastLook => Begins + Length + Grace;

    /// <summary>The round of a moment.</summary>
    public static IntakeRound At(DateTimeOffset now, string name, SubmissionReceived first) =>
        new(first.CohortId, new(now.UtcTicks - (now.UtcTicks % Length.Ticks), DateTimeKind.Utc), name, first.ApplicationId);

    /// <summary>Whether a message that was written at a moment is surely seen by the last look.</summary>
    public bool IsOpen(DateTimeOffset now) => now.UtcDateTime < Begins + Length + (Grace / 2);

    /// <summary>What the rows of its messages begin with.</summary>
    internal string RowPrefix => string.Create(CultureInfo.InvariantCulture, $"{Begins:yyyyMMddHHmmss}-{Name}-");

    internal string InstanceId => string.Create(CultureInfo.InvariantCulture, $"intake-{CohortId}-round-{Begins:yyyyMMddHHmmss}-{Name}");
}
