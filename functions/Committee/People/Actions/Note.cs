using Ilnp.Forms;

namespace Ilnp.Committee.People.Actions;

/// <summary>Words for the rest of the committee.</summary>
public sealed class Note() : PersonAction(Asked)
{
    public const string Field = "note";

    public static readonly Form Asked = Asks("note", new TextQuestion(Field, 2000) { Long = true });

    public override bool IsPossible(PersonFile file) => true;

    public override bool IsForEach => true;

    public override bool IsForMany => true;

    /// <summary>The note is in the audit, which is written for every action.</summary>
    public override Task<bool> ActAsync(PersonFile file, FormReading reading, PersonCall call) => Task.FromResult(true);
}
