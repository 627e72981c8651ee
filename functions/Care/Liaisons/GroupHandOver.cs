using System.Globalization;
using Ilnp.Approvals;
using Ilnp.Care.Questions;
using Ilnp.Care.Weeks;
using Ilnp.Links;
using Ilnp.Mail;
using Ilnp.Programme;
using Ilnp.Texts;
using Microsoft.Extensions.Options;

namespace Ilnp.Care.Liaisons;

/// <summary>
/// Another liaison looks after a running group. Every step reads anew who that is, so that the next mails, replies and weekly letters go
/// there by themselves; what waits for the liaison's decision is asked of the new one, and what members are asked names the new one.
/// </summary>
public sealed class GroupHandOver(
    CohortStore cohorts, PeopleStore people, GroupStore groups, DecisionStore decisions, DecisionLinks links, GroupNeeds needs,
    TextShelf texts, Correspondence correspondence, IOptions<WebOptions> web)
{
    /// <param name="handing">What is handed over.</param>
    /// <param name="isAgain">Begun before, and perhaps half done.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <returns>False when the group has ended, or somebody else looks after it meanwhile: nothing was done.</returns>
    public async Task<bool> HandAsync(HandingOver handing, bool isAgain, CancellationToken cancellation)
    {
        var isDone = false;
        var group = await groups.UpdateAsync(
            handing.CohortId, handing.GroupId, stored => Handed(stored, handing, isAgain, out isDone), cancellation);
        if (group is null || !isDone) return false;
        var settings = await cohorts.GetAsync(handing.CohortId, cancellation);
        await RenameAsync(group, settings.Liaison(group), cancellation);
        await TellAsync(settings, group, handing, await AskAsync(handing, cancellation), cancellation);
        return true;
    }

    static Group Handed(Group group, HandingOver handing, bool isAgain, out bool isDone)
    {
        var isFrom = (group.LiaisonId ?? "") == handing.FromId;
        isDone = group.Status == GroupStatus.Active && (isFrom || (isAgain && group.LiaisonId == handing.ToId));
        return isDone && isFrom ? group with { LiaisonId = handing.ToId } : group;
    }

    /// <summary>Questions to members name who reads their answers; those that are answered can still be changed.</summary>
    async Task RenameAsync(Group group, CommitteeMember liaison, CancellationToken cancellation)
    {
        foreach (var form in new[] { Pulse.Form, Nudge.Form })
            await decisions.UpdateAboutAsync(group.CohortId, $"{form}-{group.GroupId}-", decision => Naming(decision, liaison.Name), cancellation);
    }

    static Decision Naming(Decision decision, string liaison)
    {
        var facts = decision.Request.Facts;
        return facts.TryGetValue("liaison", out var named) && named != liaison
            ? decision with { Request = decision.Request with { Facts = new Dictionary<string, string>(facts) { ["liaison"] = liaison } } }
            : decision;
    }

    /// <summary>What the one before was asked and has not decided; both can, and the group's orchestration hears whoever does.</summary>
    async Task<IReadOnlyList<(DecisionRequest Question, Uri Link)>> AskAsync(HandingOver handing, CancellationToken cancellation)
    {
        var asked = new List<(DecisionRequest, Uri)>();
        var waiting = await needs.OpenAsync(
            handing.CohortId, (group, decider) => group == handing.GroupId && decider == handing.FromId, cancellation);
        foreach (var (_, open) in waiting)
        {
            var id = ConcernQuestion.To(open.DecisionId, handing.FromId, handing.ToId);
            var question = open.Request with { SubjectId = handing.ToId, DecisionId = id };
            asked.Add((question, await links.OpenAsync(question, cancellation)));
        }

        return asked;
    }

    /// <summary>Answers to the mail go to whoever looked after the group before.</summary>
    async Task TellAsync(
        CohortSettings settings, Group group, HandingOver handing, IReadOnlyList<(DecisionRequest Question, Uri Link)> asked,
        CancellationToken cancellation)
    {
        var liaison = settings.Liaison(group);
        var members = await Task.WhenAll(group.Members.Select(member => people.GetAsync(group.CohortId, member, cancellation)));
        var number = handing.At.UtcDateTime.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);
        await correspondence.WriteAsync(group.CohortId, liaison, new("care", $"{group.GroupId}-handed-{number}", "liaison-handed-over")
        {
            Liaison = Member(settings, handing.FromId),
            Model = new Dictionary<string, object?>
            {
                ["group"] = group.GroupId,
                ["by"] = Member(settings, handing.ById)?.Name,
                ["former"] = Member(settings, handing.FromId)?.Name,
                ["members"] = members.Where(member => !member.IsErased).Select(member => member.Described(liaison.Language)).ToList(),
                ["questions"] = asked.Select(one => Described(one.Question, one.Link, texts.In(liaison.Language))).ToList(),
                ["group_url"] = new Uri(web.Value.BaseAddress, $"cohorts/{group.CohortId}/groups/{group.GroupId}"),
            },
        }, cancellation);
    }

    static Dictionary<string, object?> Described(DecisionRequest question, Uri link, PageTexts words) =>
        new() { ["what"] = words.Plain($"{question.Form}.title", question.Facts), ["url"] = link };

    static CommitteeMember? Member(CohortSettings settings, string id) => settings.Committee.FirstOrDefault(member => member.Id == id);
}

/// <summary>A group that is handed over.</summary>
/// <param name="CohortId">The cohort.</param>
/// <param name="GroupId">The group.</param>
/// <param name="FromId">Who looks after it now; empty for nobody.</param>
/// <param name="ToId">Who looks after it from now on.</param>
/// <param name="ById">Who decided it.</param>
/// <param name="At">When it was begun, UTC: one mail for each time.</param>
public sealed record HandingOver(string CohortId, string GroupId, string FromId, string ToId, string ById, DateTimeOffset At);
