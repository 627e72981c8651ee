using Ilnp.Approvals;
using Ilnp.Care.Questions;
using Ilnp.Care.Weeks;
using Ilnp.Programme;
using Ilnp.Texts;

namespace Ilnp.Care.Liaisons;

/// <summary>What waits for a liaison's decision, asked of whoever takes over or stands in.</summary>
public sealed class OpenConcerns(GroupNeeds needs, DecisionLinks links, TextShelf texts)
{
    /// <summary>What waits for somebody who is away is asked of whoever stands in too, for a mail: <c>what</c> and <c>url</c>.</summary>
    public async Task<IReadOnlyList<Dictionary<string, object?>>> AskStandInAsync(
        string cohortId, IReadOnlySet<string> groupIds, CommitteeMember away, CommitteeMember standIn, CancellationToken cancellation)
    {
        var asked = new List<Dictionary<string, object?>>();
        foreach (var (_, open) in await needs.OpenAsync(
            cohortId, (group, decider) => groupIds.Contains(group) && decider == away.Id, cancellation))
        {
            var question = ConcernQuestion.AskedOf(open, standIn.Id);
            asked.Add(Described(question, await links.OpenAsync(question, cancellation), texts.In(standIn.Language)));
        }

        return asked;
    }

    /// <summary>What the one before was asked and has not decided; both can, and the group's orchestration hears whoever does.</summary>
    internal async Task<IReadOnlyList<(DecisionRequest Question, Uri Link)>> AskAsync(HandingOver handing, CancellationToken cancellation)
    {
        var asked = new List<(DecisionRequest, Uri)>();
        var waiting = await needs.OpenAsync(
            handing.CohortId, (group, decider) => group == handing.GroupId && decider == handing.FromId, cancellation);
        foreach (var (_, open) in waiting)
        {
            var question = ConcernQuestion.AskedOf(open, handing.ToId);
            asked.Add((question, await links.OpenAsync(question, cancellation)));
        }

        return asked;
    }

    /// <summary>For a mail: <c>group</c>, its <c>members</c>, and the <c>questions</c> that wait with their links.</summary>
    public Dictionary<string, object?> Described(HandedGroup handed, string language) => new()
    {
        ["group"] = handed.Group.GroupId,
        ["members"] = handed.Members.Where(member => !member.IsErased).Select(member => member.Described(language)).ToList(),
        ["questions"] = handed.Asked.Select(one => Described(one.Question, one.Link, texts.In(language))).ToList(),
    };

    static Dictionary<string, object?> Described(DecisionRequest question, Uri link, PageTexts words) =>
        new() { ["what"] = words.Plain($"{question.Form}.title", question.Facts), ["url"] = link };
}
