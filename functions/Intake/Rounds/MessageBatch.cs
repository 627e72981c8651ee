namespace Ilnp.Intake.Rounds;

/// <summary>Messages of a cohort that are kept, by id.</summary>
public sealed record MessageBatch(string CohortId, IReadOnlyList<string> Ids);

/// <summary>Applications of a cohort whose senders are to be answered, by id.</summary>
public sealed record RegisteredBatch(string CohortId, IReadOnlyList<string> Ids);

/// <summary>Messages that waited in a round.</summary>
public sealed record WaitingBatch(IntakeRound Round, IReadOnlyList<string> Ids);
