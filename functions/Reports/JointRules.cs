using Ilnp.Assignments;
using Ilnp.Texts;

namespace Ilnp.Reports;

/// <summary>What groups did together, as the report and its workbook tell it: pure.</summary>
static class JointRules
{
    public static Share Figure(ReportFacts facts)
    {
        var (count, of) = AssignmentRules.Figure(facts.Groups);
        return new("Handed in a joint task", count, of);
    }

    /// <summary>Only what all of a group agreed to; with the names of those who are in it still, where all agreed to that.</summary>
    public static IReadOnlyList<Comment> Shown(ReportFacts facts, PageTexts texts) =>
    [
        .. AssignmentReading.Of(facts.Groups, facts.People, facts.Assignments).Select(one => one.Joint).Where(joint => joint.IsShown)
            .Select(joint => new Comment(
                JointTasks.Title(joint.Work.Task, texts), CommentRules.WithoutAddresses(joint.Work.Text), NamesOf(joint, texts))),
    ];

    static string? NamesOf(JointWork joint, PageTexts texts) => joint.Named.Count == 0
        ? null
        : CommentRules.WithoutAddresses(Isolated.Plain(texts.Locale.Names(joint.Named.Select(person => person.Name)), texts.Language));
}
