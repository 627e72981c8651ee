using Ilnp.Committee.Acts;
using Ilnp.Forms;
using Ilnp.Programme;

namespace Ilnp.Committee.Members;

/// <summary>The committee's page.</summary>
/// <param name="File">Everything known.</param>
/// <param name="Done">What was just done; null for nothing.</param>
/// <param name="Calendar">Where the reader's calendar program finds their days.</param>
public sealed record CommitteeModel(CommitteeFile File, CommitteeAct? Done, Uri Calendar)
{
    /// <summary>Of the page before a change: what is pressed there is about the committee as it is now.</summary>
    public string AddressOf(string path) => ActAddress.Pressed($"{File.Path}/{path}", File.Version);
}

/// <summary>The form about somebody who joins, or is changed.</summary>
/// <param name="File">The committee.</param>
/// <param name="Before">As they are; null for whoever joins.</param>
/// <param name="Reading">The form, as filled.</param>
/// <param name="Address">What is posted to.</param>
public sealed record MemberFormModel(CommitteeFile File, CommitteeMember? Before, FormReading Reading, string Address)
{
    /// <summary>Somebody was first: what is typed stands there still, and is not done.</summary>
    public bool IsMeanwhile { get; init; }

    public string TitleKey => Before is null ? "committee.join.title" : "committee.change.title";

    public FormView Form => new(
        MemberForm.Form,
        Reading,
        File.Reader.Texts,
        new Dictionary<string, string> { ["who"] = Before?.Name ?? "", ["programme"] = File.Cohort.Name },
        "committee.see");
}

/// <summary>What a change causes, with the button that does it.</summary>
/// <param name="File">The committee.</param>
/// <param name="Effects">What follows.</param>
/// <param name="People">Members of groups that are handed over, by id.</param>
/// <param name="Address">What is posted to.</param>
public sealed record MemberChangeModel(
    CommitteeFile File, MemberEffects Effects, IReadOnlyDictionary<string, Person> People, string Address)
{
    /// <summary>Texts of what is in the way; empty when nothing is.</summary>
    public IReadOnlyList<string> WrongKeys { get; init; } = [];

    /// <summary>Somebody was first: what is shown is as it is now, and nothing is done.</summary>
    public bool IsMeanwhile { get; init; }

    public Dictionary<string, string> Facts => new()
    {
        ["who"] = Effects.Change.Name,
        ["programme"] = File.Cohort.Name,
        ["address"] = Effects.Change.After?.Email ?? Effects.Change.Before!.Email,
        ["old"] = Effects.Change.Before?.Email ?? "",
        ["leads"] = Names(Effects.Told),
    };

    /// <summary>What the press is about, sent along again.</summary>
    public IEnumerable<(string Name, string Value)> Hidden => Effects.Change is { After: { } after, Action: not MemberChange.Leave } change
        ? MemberForm.Of(after).Answers.SelectMany(given => given.Value.Select(value => (given.Key, value)))
            .Append((MemberPages.Id, change.MemberId))
        : [];

    public string Names(IEnumerable<CommitteeMember> members) => File.Reader.Texts.Locale.Names(members.Select(member => member.Name));

    /// <summary>Who decides then, in a sentence.</summary>
    public string DecidersOf(Approvals.Decision decision) => Names(OpenQuestions.Deciders(Effects.After, File.Groups, decision));

    public IEnumerable<Person> Members(Group group) => group.Members.Select(People.GetValueOrDefault).OfType<Person>();

    /// <summary>A liaison with what they look after now.</summary>
    public string Offer(CommitteeMember liaison) => File.Reader.Texts.Plain("group.load", new Dictionary<string, string>
    {
        ["name"] = liaison.Name,
        ["load"] = $"{File.Loads.GetValueOrDefault(liaison.Id)}",
        ["cap"] = $"{liaison.LiaisonLoad}",
    });
}
