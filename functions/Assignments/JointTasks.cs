using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Ilnp.Assignments.Questions;
using Ilnp.Programme;
using Ilnp.Texts;

namespace Ilnp.Assignments;

/// <summary>
/// The small tasks that a group can do together. Their words are those of the form that hands one in, in which each can be chosen:
/// <c>assignment.task.&lt;id&gt;</c>, and what to do below <c>.hint</c>.
/// </summary>
public static class JointTasks
{
    /// <summary>In the order of the form.</summary>
    public static IReadOnlyList<string> All { get; } = ["welcome", "picture", "article", "question", "words", "change"];

    /// <summary>The one that a group is shown first: the same whenever it is asked, and each is for about as many groups.</summary>
    public static string For(Group group) => All[(int)(Lot(group) % (ulong)All.Count)];

    /// <summary>The name of a task; its id where a later release has it no more.</summary>
    public static string Title(string task, PageTexts words) => words.Find(TitleKey(task)) ?? task;

    /// <summary>Key of the name of one.</summary>
    internal static string TitleKey(string task) => $"{HandIn.Name}.{HandIn.Task}.{task}";

    /// <summary>What to do, in a sentence or two.</summary>
    internal static string About(string task, PageTexts words) => words[$"{TitleKey(task)}.hint"];

    static ulong Lot(Group group) =>
        BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{group.CohortId}|{group.GroupId}|task")));
}
