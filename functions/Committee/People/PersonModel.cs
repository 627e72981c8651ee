using Ilnp.Approvals;
using Ilnp.Committee.Acts;
using Ilnp.Committee.Duplicates;
using Ilnp.Committee.People.Actions;
using Ilnp.Committee.Unknown;
using Ilnp.Forms;
using Ilnp.Intake;
using Ilnp.Programme;

namespace Ilnp.Committee.People;

/// <summary>A person's page.</summary>
/// <param name="File">Everything known.</param>
/// <param name="Actions">What the reader can do now.</param>
/// <param name="History">What happened, the latest first.</param>
/// <param name="Done">What was just done; null for nothing.</param>
public sealed record PersonModel(
    PersonFile File, IReadOnlyList<PersonAction> Actions, IReadOnlyList<HistoryLine> History, PersonAction? Done)
{
    /// <summary>
    /// Where it can be settled what holds the person back; null for whoever cannot, and for reasons that nobody waits for.
    /// </summary>
    public string? WayOutOf(string reason)
    {
        if (!File.Reader.Member.Is(CommitteeRole.Lead)) return null;
        if (reason == ReasonCode.Duplicate) return $"/cohorts/{File.Reader.Cohort.Id}{DuplicatePages.Below}";
        if (File.Person.Standing != Standing.HeldBack) return null;
        return reason switch
        {
            ReasonCode.UnknownCountry => UnknownPaths.OfCountry(File.Reader.Cohort.Id, CurrentApplication?.Unclear) ?? WayTo(Correct.Asked),
            ReasonCode.UnknownMoment => WayTo(CameInTime.Asked),
            ReasonCode.PossibleDuplicate => $"/cohorts/{File.Reader.Cohort.Id}{DuplicatePages.Below}",
            _ => null,
        };
    }

    Application? CurrentApplication =>
        File.Applications.FirstOrDefault(application => application.ApplicationId == File.Person.ApplicationId);

    string? WayTo(Form form) => Actions.FirstOrDefault(action => action.Form == form) is { } action ? AddressOf(action) : null;

    public string AddressOf(PersonAction action) => ActAddress.Of(File.Path, action.Name, action.About(File), File.Acts);

    /// <summary>The page before an open question's link is sent again.</summary>
    public string AddressOf(Decision open) => ActAddress.Of(File.Path, AskAgain.Called, open.DecisionId, File.Acts);
}

/// <summary>The page before an action.</summary>
/// <param name="File">Whom it is about.</param>
/// <param name="Action">What would be done.</param>
/// <param name="Reading">The form, as filled.</param>
/// <param name="Changes">What it would change, to be confirmed; null where nothing is shown first.</param>
public sealed record PersonActionModel(PersonFile File, PersonAction Action, FormReading Reading, IReadOnlyList<FieldChange>? Changes)
{
    public FormView Form => new(
        Action.Form, Reading, File.Reader.Texts, new Dictionary<string, string> { ["name"] = File.Person.Name },
        Action.Changes(File, Action.Filled(File)) is null ? "person.do" : "person.preview");
}
