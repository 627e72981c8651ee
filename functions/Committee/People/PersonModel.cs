using Ilnp.Approvals;
using Ilnp.Committee.Acts;
using Ilnp.Committee.People.Actions;
using Ilnp.Forms;

namespace Ilnp.Committee.People;

/// <summary>A person's page.</summary>
/// <param name="File">Everything known.</param>
/// <param name="Actions">What the reader can do now.</param>
/// <param name="History">What happened, the latest first.</param>
/// <param name="Done">What was just done; null for nothing.</param>
public sealed record PersonModel(PersonFile File, IReadOnlyList<PersonAction> Actions, IReadOnlyList<HistoryLine> History, PersonAction? Done)
{
    public string AddressOf(PersonAction action) => ActAddress.Of(File.Path, action.Name, action.About(File));

    /// <summary>The page before an open question's link is sent again.</summary>
    public string AddressOf(Decision open) => ActAddress.Of(File.Path, AskAgain.Called, open.DecisionId);
}

/// <summary>The page before an action.</summary>
/// <param name="File">Whom it is about.</param>
/// <param name="Action">What would be done.</param>
/// <param name="Reading">The form, as filled.</param>
/// <param name="Changes">What it would change, to be confirmed; null where nothing is shown first.</param>
public sealed record PersonActionModel(PersonFile File, PersonAction Action, FormReading Reading, IReadOnlyList<FieldChange>? Changes)
{
    public FormView Form => new(
        Action.Form, Reading, File.Reader.Texts, new Dictionary<string, string> { ["name"] = File.Person.Name }, Action.Changes(File, Action.Filled(File)) is null ? "person.do" : "person.preview");
}
