using System.Globalization;
using Ilnp.Approvals;
using Ilnp.Care.Questions;
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
    TextShelf texts, Correspondence correspondence, IOptions<WebOptions> web, TimeProvider time)
{
    /// <summary>Ids of those who look after a running group, stand-ins of today among them.</summary>
    [Function(nameof(ListLiaisonsWithGroups))]
    public async Task<IReadOnlyList<string>> ListLiaisonsWithGroups([ActivityTrigger] string cohortId)
    {
        var settings = await cohorts.GetAsync(cohortId);
        var today = settings.Today(time.GetUtcNow());
        return [.. (await RunningAsync(cohortId)).SelectMany(group => settings.LookingAfter(group, today))
            .Select(member => member.Id).Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>Which groups need a word this week, why, and the others; one letter a week, however often it is asked for.</summary>
    [Function(nameof(WriteLiaisonWeek))]
    public async Task WriteLiaisonWeek([ActivityTrigger] LiaisonWeekOf of)
    {
        var settings = await cohorts.GetAsync(of.CohortId);
        if (settings.Committee.FirstOrDefault(member => member.Id == of.LiaisonId) is not { } liaison) return;
        var today = settings.Today(time.GetUtcNow());
        var own = (await RunningAsync(of.CohortId))
            .Where(group => settings.LookingAfter(group, today).Any(member => member.Id == liaison.Id)).ToList();
        if (own.Count == 0) return;
        var week = await needs.ReadAsync(settings, own);
        var names = (await people.ListAsync(of.CohortId, [Standing.Active])).ToDictionary(person => person.PersonId);
        await correspondence.WriteAsync(
            of.CohortId, liaison, new("care", string.Create(CultureInfo.InvariantCulture, $"week-{of.Number}"), "liaison-week")
            {
                Model = new Dictionary<string, object?>
                {
                    ["all"] = own.Count,
                    ["stands_in"] = StoodInFor(settings, own, liaison, today),
                    ["need"] = await DescribedAsync(week.NeedAWord, names, liaison),
                    ["well"] = week.Well.Select(group => Names(group, names, liaison.Language)).ToList(),
                    ["groups_url"] = new Uri(web.Value.BaseAddress, $"cohorts/{of.CohortId}/groups"),
                },
            });
    }

    async Task<IReadOnlyList<Group>> RunningAsync(string cohortId) =>
        [.. (await groups.ListAsync(cohortId)).Where(group => group.Status == GroupStatus.Active)];

    /// <summary>Names of those who are away, in a sentence; null when nobody is.</summary>
    string? StoodInFor(CohortSettings settings, IEnumerable<Group> groups, CommitteeMember reader, DateOnly today)
    {
        var away = groups.Select(settings.Liaison).Where(liaison => settings.StandIn(liaison, today)?.Id == reader.Id)
            .Select(liaison => liaison.Name).Distinct().ToList();
        return away.Count == 0 ? null : texts.In(reader.Language).Locale.Names(away);
    }

    async Task<List<Dictionary<string, object?>>> DescribedAsync(
        IEnumerable<WeekGroup> weeks, Dictionary<string, Person> names, CommitteeMember reader)
    {
        var described = new List<Dictionary<string, object?>>();
        foreach (var week in weeks)
            described.Add(new()
            {
                ["group"] = week.Group.GroupId,
                ["names"] = Names(week.Group, names, reader.Language),
                ["why"] = week.Why.Select(key => texts.In(reader.Language).Plain(key)).ToList(),
                ["members"] = week.Group.Members.Select(names.GetValueOrDefault)
                    .OfType<Person>().Select(person => person.Described(reader.Language)).ToList(),
                ["url"] = week.Open is { } open ? await links.OpenAsync(ConcernQuestion.AskedOf(open, reader.Id)) : null,
            });
        return described;
    }

    static string Names(Group group, Dictionary<string, Person> names, string language) =>
        People.Names(group.Members.Select(names.GetValueOrDefault).OfType<Person>(), language);
}
