using System.Globalization;
using Ilnp.Approvals;
using Ilnp.Links;
using Ilnp.Mail;
using Ilnp.Programme;
using Ilnp.Texts;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;

namespace Ilnp.Care.Weeks;

/// <summary>A liaison's weekly letter.</summary>
public sealed class LiaisonWeekActivities(
    CohortStore cohorts, PeopleStore people, GroupStore groups, GroupNeeds needs, DecisionLinks links,
    TextShelf texts, Correspondence correspondence, IOptions<WebOptions> web)
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
        var week = await needs.ReadAsync(settings, own);
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
