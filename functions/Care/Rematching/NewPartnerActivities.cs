using Ilnp.Mail;
using Ilnp.Mail.Ledger;
using Ilnp.Programme;
using Microsoft.Azure.Functions.Worker;

namespace Ilnp.Care.Rematching;

/// <summary>
/// What each hears alone before a new group is introduced in one mail to all: whom they talked with before is nobody else's business.
/// </summary>
public sealed class NewPartnerActivities(
    CohortStore cohorts, PeopleStore people, GroupStore groups, MailLedger ledger, Correspondence correspondence)
{
    /// <summary>To those whose last partners are none any more, unless the letter about the search has told them so.</summary>
    [Function(nameof(TellNewPartners))]
    public async Task TellNewPartners([ActivityTrigger] GroupRef reference)
    {
        var all = await groups.ListAsync(reference.CohortId);
        var group = all.Single(one => one.GroupId == reference.GroupId);
        foreach (var member in group.Members)
            if (EndedGroups.LastOf(member, all) is { } ended && ended.Members.Except(group.Members).Any()
                && !await HasHeardAsync(member, ended))
                await TellAsync(group, member, ended);
    }

    async Task<bool> HasHeardAsync(string personId, Group ended) =>
        await ledger.FindAsync(new(ended.CohortId, "rematch", RematchActivities.SearchingAfter(ended), personId)) is not null;

    async Task TellAsync(Group group, string personId, Group ended)
    {
        var settings = await cohorts.GetAsync(group.CohortId);
        var reader = await people.GetAsync(group.CohortId, personId);
        await correspondence.WriteAsync(reader, new("rematch", $"new-partner-{group.GroupId}", "new-partner")
        {
            Liaison = settings.Liaison(group),
            Thread = group.GroupId,
            Model = new Dictionary<string, object?>
            {
                ["former"] = await people.NamesAsync(group.CohortId, ended.Members.Except(group.Members), reader.MailLanguage),
                ["partners"] = await people.NamesAsync(
                    group.CohortId, group.Members.Where(other => other != personId), reader.MailLanguage),
            },
        });
    }
}
