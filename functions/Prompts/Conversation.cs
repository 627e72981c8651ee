using Ilnp.Programme;
using Ilnp.Prompts.Library;

namespace Ilnp.Prompts;

/// <summary>A group in a month, as far as it matters for what it talks about.</summary>
/// <param name="CohortId">The cohort.</param>
/// <param name="GroupId">The group.</param>
/// <param name="Month">From 1.</param>
/// <param name="Stage">Where the group is on its way.</param>
/// <param name="Members">What each of them cares about.</param>
/// <param name="Had">Prompts that one of them had in an earlier month, in whichever group.</param>
public sealed record Conversation(
    string CohortId, string GroupId, int Month, Stage Stage, IReadOnlyList<IReadOnlySet<string>> Members, IReadOnlySet<string> Had)
{
    /// <param name="settings">The cohort's.</param>
    /// <param name="group">As stored.</param>
    /// <param name="members">Its members now.</param>
    /// <param name="all">Every group of the cohort that there ever was.</param>
    /// <param name="month">From 1.</param>
    public static Conversation Of(
        CohortSettings settings, Group group, IReadOnlyList<Person> members, IEnumerable<Group> all, int month) => new(
        settings.Id, group.GroupId, month, StageOf(group, month, settings.Dates.Months), [.. members.Select(CaresFor)],
        all.Where(one => members.Any(member => one.Has(member.PersonId)))
            .SelectMany(one => one.Prompts.Where(had => had.Key < month).SelectMany(had => had.Value)).ToHashSet());

    /// <summary>A new group begins at the beginning, whenever it is formed.</summary>
    public static Stage StageOf(Group group, int month, int months) =>
        !group.Prompts.Keys.Any(earlier => earlier < month) ? Stage.Beginning : month == months ? Stage.End : Stage.Middle;

    /// <summary>Interests, and what the person can help with or would like to learn.</summary>
    public static IReadOnlySet<string> CaresFor(Person person) => person.Interests.Concat(person.Offers).Concat(person.Seeks).ToHashSet();

    /// <summary>How much topics have to do with these people.</summary>
    public Closeness To(IReadOnlyList<string> topics) =>
        topics.Any(topic => Members.All(cares => cares.Contains(topic))) ? Closeness.All
        : topics.Any(topic => Members.Any(cares => cares.Contains(topic))) ? Closeness.One
        : topics.Any(PromptCatalogue.General.Contains) ? Closeness.General : Closeness.None;
}

/// <summary>Who cares about something, the nearest first.</summary>
public enum Closeness
{
    /// <summary>Every member.</summary>
    All,

    /// <summary>At least one of them.</summary>
    One,

    /// <summary>Nobody said so, but it is for everybody.</summary>
    General,

    None,
}
