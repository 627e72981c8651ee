using Ilnp.Committee.Acts;
using Ilnp.Committee.Groups.Actions;
using Ilnp.Forms;

namespace Ilnp.Committee.Groups;

/// <summary>A group's page.</summary>
/// <param name="File">Everything known.</param>
/// <param name="Actions">What the reader can do now.</param>
/// <param name="History">What happened, the latest first.</param>
/// <param name="Done">What was just done; null for nothing.</param>
public sealed record GroupModel(GroupFile File, IReadOnlyList<GroupAction> Actions, IReadOnlyList<HistoryLine> History, GroupAction? Done)
{
    public string AddressOf(GroupAction action) => ActAddress.Of(File.Path, action.Name, action.About(File), File.Acts);
}

/// <summary>The page before an action.</summary>
/// <param name="File">Which group it is about.</param>
/// <param name="Action">What would be done.</param>
/// <param name="Reading">The form, as filled.</param>
/// <param name="Foreseen">What it would come to.</param>
public sealed record GroupActionModel(GroupFile File, GroupAction Action, FormReading Reading, IReadOnlyList<Outlook> Foreseen)
{
    public FormView Form => new(
        Action.Form, Reading, File.Reader.Texts,
        new Dictionary<string, string> { ["group"] = File.Group.GroupId, ["members"] = File.Names, ["liaison"] = File.Liaison.Name },
        "group.do");
}
