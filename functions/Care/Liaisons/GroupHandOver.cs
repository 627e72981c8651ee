using System.Globalization;
using Ilnp.Approvals;
using Ilnp.Care.Questions;
using Ilnp.Links;
using Ilnp.Mail;
using Ilnp.Programme;
using Microsoft.Extensions.Options;

namespace Ilnp.Care.Liaisons;

/// <summary>
/// Another liaison looks after a running group. Every step reads anew who that is, so that the next mails, replies and weekly letters go
/// there by themselves; what waits for the liaison's decision is asked of the new one, and what members are asked names the new one.
/// </summary>
public sealed class GroupHandOver(
    CohortStore cohorts, PeopleStore people, GroupStore groups, DecisionStore decisions, OpenConcerns concerns,
    Correspondence correspondence, IOptions<WebOptions> web)
{
    /// <param name="handing">What is handed over.</param>
    /// <param name="isAgain">Begun before, and perhaps half done.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <returns>False when the group has ended, or somebody else looks after it meanwhile: nothing was done.</returns>
    public async Task<bool> HandAsync(HandingOver handing, bool isAgain, CancellationToken cancellation)
    {
        if (await MoveAsync(handing, isAgain, cancellation) is not { } handed) return false;
        await TellAsync(await cohorts.GetAsync(handing.CohortId, cancellation), handed, handing, cancellation);
        return true;
    }

    /// <summary>As <see cref="HandAsync"/>, and whoever hands it over tells of it; null when nothing was done.</summary>
    public async Task<HandedGroup?> MoveAsync(HandingOver handing, bool isAgain, CancellationToken cancellation)
    {
        var isDone = false;
        var group = await groups.UpdateAsync(
            handing.CohortId, handing.GroupId, stored => Handed(stored, handing, isAgain, out isDone), cancellation);
        if (group is null || !isDone) return null;
        var members = await Task.WhenAll(group.Members.Select(member => people.GetAsync(group.CohortId, member, cancellation)));
        if (group.Status == GroupStatus.Proposed) return new(group, members, []);
        await RenameAsync(group, (await cohorts.GetAsync(handing.CohortId, cancellation)).Liaison(group), cancellation);
        return new(group, members, await concerns.AskAsync(handing, cancellation));
    }

    static Group Handed(Group group, HandingOver handing, bool isAgain, out bool isDone)
    {
        var isFrom = (group.LiaisonId ?? "") == handing.FromId;
        isDone = group.Status is GroupStatus.Active or GroupStatus.Proposed && (isFrom || (isAgain && group.LiaisonId == handing.ToId));
        return isDone && isFrom ? group with { LiaisonId = handing.ToId } : group;
    }

    /// <summary>Questions to members name who reads their answers; those that are answered can still be changed.</summary>
    async Task RenameAsync(Group group, CommitteeMember liaison, CancellationToken cancellation)
    {
        foreach (var form in new[] { Pulse.Form, Nudge.Form })
            await decisions.UpdateAboutAsync(
                group.CohortId, $"{form}-{group.GroupId}-", decision => Naming(decision, liaison.Name), cancellation);
    }

    static Decision Naming(Decision decision, string liaison)
    {
        var facts = decision.Request.Facts;
        return facts.TryGetValue("liaison", out var named) && named != liaison
            ? decision with { Request = decision.Request with { Facts = new Dictionary<string, string>(facts) { ["liaison"] = liaison } } }
            : decision;
    }

    /// <summary>Answers to the mail go to whoever looked after the group before.</summary>
    async Task TellAsync(CohortSettings settings, HandedGroup handed, HandingOver handing, CancellationToken cancellation)
    {
        var (group, liaison) = (handed.Group, settings.Liaison(handed.Group));
        var number = handing.At.UtcDateTime.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);
        await correspondence.WriteAsync(group.CohortId, liaison, new("care", $"{group.GroupId}-handed-{number}", "liaison-handed-over")
        {
            Liaison = Member(settings, handing.FromId),
            Model = new Dictionary<string, object?>(concerns.Described(handed, liaison.Language))
            {
                ["by"] = Member(settings, handing.ById)?.Name,
                ["former"] = Member(settings, handing.FromId)?.Name,
                ["group_url"] = new Uri(web.Value.BaseAddress, $"cohorts/{group.CohortId}/groups/{group.GroupId}"),
            },
        }, cancellation);
    }

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

/// <summary>A group in its new hands.</summary>
/// <param name="Group">As stored now.</param>
/// <param name="Members">In the group's order.</param>
/// <param name="Asked">What waits for the new liaison's decision.</param>
public sealed record HandedGroup(Group Group, IReadOnlyList<Person> Members, IReadOnlyList<(DecisionRequest Question, Uri Link)> Asked);
