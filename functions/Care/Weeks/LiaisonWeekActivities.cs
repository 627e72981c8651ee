using System.Globalization;
using Ilnp.Approvals;
using Ilnp.Care.Letters;
using Ilnp.Care.Questions;
using Ilnp.Links;
using Ilnp.Mail;
using Ilnp.Mail.Ledger;
using Ilnp.Programme;
using Ilnp.Texts;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;

namespace Ilnp.Care.Weeks;

/// <summary>A liaison's weekly letter.</summary>
public sealed class LiaisonWeekActivities(
    CohortStore cohorts, PeopleStore people, GroupStore groups, DecisionStore decisions, DecisionLinks links, MailLedger ledger,
    TextShelf texts, Correspondence correspondence, IOptions<WebOptions> web, TimeProvider time)
{
    /// <summary>Ids of those who look after a running group.</summary>
    [Function(nameof(ListLiaisonsWithGroups))]
    public async Task<IReadOnlyList<string>> ListLiaisonsWithGroups([ActivityTrigger] string cohortId)
    {
        var settings = await cohorts.GetAsync(cohortId);
        return [.. (await RunningAsync(cohortId)).Select(group => settings.Liaison(group).Id).Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>Which groups need a word this week, why, and the others; one letter a week, however often it is asked for.</summary>
    [Function(nameof(WriteLiaisonWeek))]
    public async Task WriteLiaisonWeek([ActivityTrigger] LiaisonWeekOf of)
    {
        var settings = await cohorts.GetAsync(of.CohortId);
        if (settings.Committee.FirstOrDefault(member => member.Id == of.LiaisonId) is not { } liaison) return;
        var own = (await RunningAsync(of.CohortId)).Where(group => settings.Liaison(group).Id == liaison.Id).ToList();
        if (own.Count == 0) return;
        var week = LiaisonWeek.Of(settings, own, await WordsAsync(of.CohortId), await OpenAsync(of.CohortId, liaison), time.GetUtcNow());
        var names = (await people.ListAsync(of.CohortId, [Standing.Active])).ToDictionary(person => person.PersonId);
        await correspondence.WriteAsync(of.CohortId, liaison, new("care", string.Create(CultureInfo.InvariantCulture, $"week-{of.Number}"), "liaison-week")
        {
            Model = new Dictionary<string, object?>
            {
                ["all"] = own.Count,
                ["need"] = week.NeedAWord.Select(group => Described(group, names, liaison.Language)).ToList(),
                ["well"] = week.Well.Select(group => Names(group, names, liaison.Language)).ToList(),
                ["groups_url"] = new Uri(web.Value.BaseAddress, $"cohorts/{of.CohortId}/groups"),
            },
        });
    }

    async Task<IReadOnlyList<Group>> RunningAsync(string cohortId) =>
        [.. (await groups.ListAsync(cohortId)).Where(group => group.Status == GroupStatus.Active)];

    async Task<IReadOnlyList<Decision>> WordsAsync(string cohortId) =>
        [.. await decisions.ListAsync(cohortId, $"{Pulse.Form}-"), .. await decisions.ListAsync(cohortId, $"{Nudge.Form}-")];

    /// <summary>What the liaison was asked and has not decided, unless it has resolved itself since; the latest of each group.</summary>
    async Task<IReadOnlyDictionary<string, Decision>> OpenAsync(string cohortId, CommitteeMember liaison)
    {
        var open = new Dictionary<string, Decision>();
        foreach (var decision in (await decisions.ListAsync(cohortId, "liaison-")).Where(asked => asked.SubjectId == liaison.Id && asked.Version == 0).OrderBy(asked => asked.OpenedAt))
            if (ConcernQuestion.Asked(decision.DecisionId) is var (group, number)
                && await ledger.FindAsync(new(cohortId, "care", DeciderActivities.Resolved(group, number), liaison.Id)) is null)
                open[group] = decision;
        return open;
    }

    Dictionary<string, object?> Described(WeekGroup week, Dictionary<string, Person> names, string language) => new()
    {
        ["group"] = week.Group.GroupId,
        ["names"] = Names(week.Group, names, language),
        ["why"] = week.Why.Select(key => texts.In(language).Plain(key)).ToList(),
        ["members"] = week.Group.Members.Select(names.GetValueOrDefault).OfType<Person>().Select(person => person.Described(language)).ToList(),
        ["url"] = week.Open is { } open ? links.Address(open) : null,
    };

    static string Names(Group group, Dictionary<string, Person> names, string language) =>
        People.Names(group.Members.Select(names.GetValueOrDefault).OfType<Person>(), language);
}
