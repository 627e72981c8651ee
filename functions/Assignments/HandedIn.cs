using System.Text;
using Ilnp.Programme;

namespace Ilnp.Assignments;

/// <summary>What somebody handed in for their group.</summary>
/// <param name="GroupId">The group.</param>
/// <param name="AuthorId">Who did.</param>
/// <param name="Task">Which of <see cref="JointTasks"/>.</param>
/// <param name="Text">As it was written.</param>
/// <param name="At">UTC.</param>
public sealed record HandedIn(string GroupId, string AuthorId, string Task, string Text, DateTimeOffset At)
{
    /// <summary>ISO 639-1; null where the author named none.</summary>
    public string? Language { get; init; }

    /// <summary>Names exactly these words in ids, and tells nothing of them: who agreed to them has not agreed to others.</summary>
    public string Stamp => StableIds.Of(Encoding.UTF8.GetBytes($"{GroupId}\n{AuthorId}\n{Task}\n{Text}"))[..12];
}

/// <summary>Whether a group's words may stand in the report: of several, the least counts.</summary>
public enum Showable
{
    /// <summary>Somebody does not agree.</summary>
    Not,

    /// <summary>Somebody has not answered: not shown either.</summary>
    Open,

    /// <summary>All agree, at least one of them only without names.</summary>
    Unnamed,

    /// <summary>All agree, with names.</summary>
    Named,
}

/// <summary>The joint task of a group, as it stands.</summary>
/// <param name="Work">The words that count.</param>
/// <param name="Showable">By all of the group.</param>
/// <param name="Members">Those of today, in the group's order, without whoever was erased.</param>
public sealed record JointWork(HandedIn Work, Showable Showable, IReadOnlyList<Person> Members)
{
    /// <summary>Whether it stands in the report.</summary>
    public bool IsShown => Showable is Showable.Unnamed or Showable.Named;

    /// <summary>Who is named below it; nobody where one of them does not wish it.</summary>
    public IReadOnlyList<Person> Named => Showable == Showable.Named ? Members : [];
}
