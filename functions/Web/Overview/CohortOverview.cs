using Ilnp.Cohort;
using Ilnp.Intake;
using Ilnp.Programme;

namespace Ilnp.Web.Overview;

/// <summary>What the overview page shows of a cohort.</summary>
/// <param name="Status">Where its orchestration says it is; null when it does not run.</param>
/// <param name="Timeline">The planned days.</param>
/// <param name="Waiting">What waits for the committee.</param>
/// <param name="Funnel">People on their way.</param>
/// <param name="Rates">Answers to each form.</param>
/// <param name="Groups">All groups ever formed.</param>
/// <param name="Mails">By template.</param>
/// <param name="Problems">What intake could not read.</param>
public sealed record CohortOverview(
    CohortStatus? Status,
    IReadOnlyList<Milestone> Timeline,
    IReadOnlyList<OpenDecision> Waiting,
    Funnel Funnel,
    IReadOnlyList<AnswerRate> Rates,
    IReadOnlyList<Group> Groups,
    IReadOnlyList<MailHealth> Mails,
    IReadOnlyList<IntakeProblem> Problems);
