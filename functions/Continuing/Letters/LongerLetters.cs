using Ilnp.Approvals;
using Ilnp.Continuing.Questions;
using Ilnp.Links;
using Ilnp.Mail;
using Ilnp.Programme;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;

namespace Ilnp.Continuing.Letters;

/// <summary>Tells of what was agreed, and of its end.</summary>
public sealed class LongerLetters(LongerCircles circles, DecisionLinks links, Correspondence correspondence, IOptions<WebOptions> web)
{
    /// <summary>Every member, with the way to end it; and a line to the liaison, who has to do nothing.</summary>
    [Function(nameof(TellLonger))]
    public async Task TellLonger([ActivityTrigger] GroupRef reference)
    {
        var circle = await circles.GetAsync(reference.CohortId, reference.GroupId);
        if (circle.Group.GoesOn is not { EndedAt: null } longer) return;
        foreach (var member in circle.Members)
            await WriteAsync(circle, member, "agreed", "longer-agreed", new()
            {
                ["until_date"] = DateText.Day(longer.Until, circle.Settings, member.MailLanguage),
                ["url"] = await links.OpenAsync(StopLonger.Question(circle.Group, member, circle.Others(member))),
            });
        await TellLiaisonAsync(circle, longer);
    }

    Task TellLiaisonAsync(LongerCircle circle, GoingOn longer)
    {
        var (group, liaison) = (circle.Group, circle.Liaison);
        return correspondence.WriteAsync(group.CohortId, liaison, new(AskingActivities.Step, $"{group.GroupId}-agreed", "liaison-longer")
        {
            Model = new Dictionary<string, object?>
            {
                ["group"] = group.GroupId,
                ["members"] = People.Names(circle.Members, liaison.Language),
                ["until_date"] = DateText.Day(longer.Until, circle.Settings, liaison.Language),
                ["group_url"] = new Uri(web.Value.BaseAddress, $"cohorts/{group.CohortId}/groups/{group.GroupId}"),
            },
        });
    }

    /// <summary>Every member who is still here. Of a group that was parted before, its members have heard by then.</summary>
    [Function(nameof(TellLongerEnded))]
    public async Task TellLongerEnded([ActivityTrigger] LongerEnd end)
    {
        var circle = await circles.GetAsync(end.CohortId, end.GroupId);
        if (circle.Group.Status == GroupStatus.Dissolved) return;
        var who = circle.Members.FirstOrDefault(member => member.PersonId == end.PersonId);
        foreach (var member in circle.Members.Where(member => end.Why != GoingOnEnd.Left || member.PersonId != end.PersonId))
            if (end.Why == GoingOnEnd.Over) await WriteAsync(circle, member, "over", "longer-over", []);
            else
                await WriteAsync(circle, member, "stopped", "longer-stopped", new()
                {
                    ["who"] = who is { IsErased: false } && who != member ? who.Name : null,
                    ["own_word"] = who == member,
                });
    }

    Task WriteAsync(LongerCircle circle, Person member, string occurrence, string template, Dictionary<string, object?> model)
    {
        var group = circle.Group;
        return correspondence.WriteAsync(member, new(AskingActivities.Step, $"{group.GroupId}-{occurrence}", template)
        {
            Liaison = circle.Liaison,
            Thread = group.GroupId,
            Model = new Dictionary<string, object?>(model) { ["partners"] = circle.Partners(member) },
        });
    }
}
