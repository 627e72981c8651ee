using Ilnp.Intake;
using Ilnp.Programme;

namespace Ilnp.Committee.Overview;

/// <summary>What the overview page shows of a cohort.</summary>
/// <param name="Now">Where its orchestration says it is.</param>
/// <param name="Stopped">What failed and stands.</param>
/// <param name="Timeline">The planned days.</param>
/// <param name="Waiting">What waits for the committee.</param>
/// <param name="Figures">People on their way, as the steps count them.</param>
/// <param name="Rates">Answers to each form.</param>
/// <param name="Groups">All groups ever formed.</param>
/// <param name="Mails">By template.</param>
/// <param name="Problems">What intake could not read, and nobody has settled.</param>
/// <param name="Unclear">How much of it can be settled, and whom it holds back.</param>
public sealed record CohortOverview(
    CohortNow Now,
    IReadOnlyList<StoppedRow> Stopped,
    IReadOnlyList<Milestone> Timeline,
    IReadOnlyList<OpenDecision> Waiting,
    IReadOnlyList<FigureNow> Figures,
    IReadOnlyList<AnswerRate> Rates,
    IReadOnlyList<Group> Groups,
    IReadOnlyList<MailHealth> Mails,
    IReadOnlyList<IntakeProblem> Problems,
    UnclearNow Unclear)
{
    /// <summary>Everybody of the cohort.</summary>
    public required IReadOnlyList<Person> People { get; init; }

    /// <summary>Mails that wait for somebody to see to them.</summary>
    public IReadOnlyList<StuckRow> Stuck { get; init; } = [];

    /// <summary>Messages for rounds that are not here, for whoever may take them in while the round takes applications.</summary>
    public int Strays { get; init; }

    /// <summary>Whether forms sign with what has to be replaced, or send elsewhere; for whoever may set up forms.</summary>
    public bool HasSecretLines { get; init; }

    /// <summary>Mails, by mail and language, that go out in the committee's own words.</summary>
    public int OwnWords { get; init; }
}

/// <summary>A step's figure as it is now.</summary>
public sealed record FigureNow(string TextKey, int Count);
