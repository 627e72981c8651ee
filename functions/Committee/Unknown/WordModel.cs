using Ilnp.Committee.Acts;
using Ilnp.Forms;

namespace Ilnp.Committee.Unknown;

/// <summary>A word's page: who wrote it where, what is said of it, and what a press causes.</summary>
/// <param name="Reader">Who reads.</param>
/// <param name="Group">The word.</param>
/// <param name="People">Who wrote it and is known.</param>
/// <param name="Acts">What the committee did about it, the first one first.</param>
/// <param name="Reading">The form as filled.</param>
/// <param name="Done">Name of what was just done; empty for nothing.</param>
public sealed record WordModel(
    CommitteeReader Reader, UnclearGroup Group, IReadOnlyList<UnclearPerson> People,
    IReadOnlyList<CommitteeAct> Acts, FormReading Reading, string Done)
{
    public string Path => UnknownPaths.OfWord(Reader.Cohort.Id, Group.WordId);

    public string Action { get; } = ActAddress.Pressed(
        UnknownPaths.OfWord(Reader.Cohort.Id, Group.WordId), WordPages.VersionOf(Group), Acts.Count);

    /// <summary>Held back by it.</summary>
    public int Waiting => People.Count(person => person.Waits);

    public FormView Form => new(
        new WordChoice(Group.Word.Kind, Reader.Cohort).Form, Reading, Reader.Texts,
        new Dictionary<string, string>(), "unknown.set");

    /// <summary>A meaning in the reader's language.</summary>
    public string Named(string code) =>
        code.Length == 0 ? Reader.Texts["unknown.none-of-these"] : WordChoice.Name(Group.Word.Kind, code, Reader.Texts.Language);

    public Dictionary<string, string> FactsOf(CommitteeAct act) => new()
    {
        ["name"] = Reader.Cohort.MemberName(act.MemberId),
        ["meaning"] = act.Changes is [var change] ? Named(change.Before + change.After) : "",
    };
}
