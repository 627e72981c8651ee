using Ilnp.Approvals;
using Ilnp.Forms;
using Ilnp.Programme;

namespace Ilnp.Intake.Confirming;

/// <summary>
/// Knowing an address is not owning it: what somebody sends by the open form for an address that has applied already waits until its
/// mailbox confirms it.
/// </summary>
static class Confirmation
{
    public const string Confirm = "confirm";

    /// <summary>The earlier answers stay: whoever reads the mail did not send these.</summary>
    public const string Keep = "keep";

    /// <summary>Key of the fact that names the application.</summary>
    const string Application = "application";

    /// <summary>After applications close, for changes of the last evening.</summary>
    const int DaysMore = 2;

    public static Form Form { get; } = new("application-change", new ChoiceQuestion("choice", Confirm, Keep)) { Decides = "choice" };

    public static DecisionRequest Question(CohortSettings cohort, string personId, string applicationId) =>
        Form.Question(
            cohort.Id,
            personId,
            new DateTimeOffset(new ProgrammeCalendar(cohort).ApplicationsClose, TimeSpan.Zero).AddDays(DaysMore),
            personId,
            applicationId) with
        {
            Receipt = false,
            Facts = new Dictionary<string, string> { [Application] = applicationId },
        };

    public static string ApplicationOf(DecisionRequest request) => request.Facts[Application];
}
