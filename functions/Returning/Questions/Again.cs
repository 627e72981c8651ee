using Ilnp.Approvals;
using Ilnp.Forms;
using Ilnp.Programme;

namespace Ilnp.Returning.Questions;

/// <summary>Whether somebody would like to hear when the next programme opens: form name and choices.</summary>
public static class Again
{
    public const string Name = "again";
    public const string Yes = "yes";
    public const string No = "no";

    /// <summary>As long as anything of a cohort is kept by default; whoever is gone by then is not written to.</summary>
    const int OpenDays = 365;

    internal static Form Form { get; } = new(Name, new ChoiceQuestion("choice", Yes, No)) { Decides = "choice" };

    public static string DecisionId(string personId) => Form.DecisionId(personId);

    internal static DecisionRequest Question(CohortSettings cohort, string personId) =>
        Form.Question(cohort.Id, personId, new ProgrammeCalendar(cohort).End.AddDays(OpenDays), personId) with { Receipt = false };
}
