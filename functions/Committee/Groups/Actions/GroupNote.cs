using Ilnp.Committee.People.Actions;
using Ilnp.Forms;

namespace Ilnp.Committee.Groups.Actions;

/// <summary>Words for the rest of the committee; the group's liaison writes them too.</summary>
public sealed class GroupNote() : GroupAction(Asked)
{
    public static readonly Form Asked = Asks("note", new TextQuestion(Note.Field, 2000) { Long = true });

    public override bool MayBy(GroupFile file) => file.IsReadByLead || file.IsReadByLiaison;

    public override bool IsForEach => true;

    public override bool IsPossible(GroupFile file) => true;

    /// <summary>The note is in the audit, which is written for every action.</summary>
    public override Task<bool> ActAsync(GroupFile file, FormReading reading, GroupCall call) => Task.FromResult(true);
}
