using System.Globalization;
using Ilnp.Approvals;
using Ilnp.Care.Questions;
using Ilnp.Links;
using Ilnp.Mail;
using Ilnp.Mail.Ledger;
using Ilnp.Programme;
using Ilnp.Texts;
using Microsoft.Extensions.Options;

namespace Ilnp.Care.Weeks;

/// <summary>A liaison's weekly letter: which groups need a word, why, and the others.</summary>
public sealed class LiaisonWeekLetter(
    PeopleStore people, GroupNeeds needs, DecisionLinks links, MailLedger ledger, TextShelf texts, Correspondence correspondence,
    IOptions<WebOptions> web)
{
    const string Step = "care";

    /// <param name="settings">The cohort's.</param>
    /// <param name="liaison">Whom it goes to.</param>
    /// <param name="own">The groups that run and that they look after today.</param>
    /// <param name="today">The cohort's day.</param>
    /// <param name="number">Of the week; one letter for each.</param>
    public async Task WriteAsync(
        CohortSettings settings, CommitteeMember liaison, IReadOnlyList<Group> own, DateOnly today, int number)
    {
        var week = await needs.ReadAsync(settings, own);
        var names = (await people.ListAsync(settings.Id, [Standing.Active])).ToDictionary(person => person.PersonId);
        await correspondence.WriteAsync(
            settings.Id, liaison, new(Step, Occurrence(number), "liaison-week")
            {
                Model = new Dictionary<string, object?>
                {
                    ["all"] = own.Count,
                    ["stands_in"] = StoodInFor(settings, own, liaison, today),
                    ["need"] = await DescribedAsync(week.NeedAWord, names, liaison),
                    ["well"] = week.Well.Select(group => Names(group, names, liaison.Language)).ToList(),
                    ["introduced"] = (await IntroducedAsync(settings, liaison, own, number))
                        .Select(group => Titled(group, names, liaison)).ToList(),
                    ["groups_url"] = new Uri(web.Value.BaseAddress, $"cohorts/{settings.Id}/groups"),
                },
            });
    }

    static string Occurrence(int number) => string.Create(CultureInfo.InvariantCulture, $"week-{number}");

    /// <summary>Groups of their own that were introduced since their last letter, for who wished to read of them here.</summary>
    async Task<IEnumerable<Group>> IntroducedAsync(CohortSettings settings, CommitteeMember liaison, IEnumerable<Group> own, int number)
    {
        if (!liaison.IntroductionsWeekly) return [];
        var last = await ledger.FindAsync(new(settings.Id, Step, Occurrence(number - 1), liaison.Id));
        return own.Where(group =>
            settings.Liaison(group).Id == liaison.Id && (last?.SentAt is not { } told || DueContacts.IntroducedAt(settings, group) > told));
    }

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
            described.Add(new(Titled(week.Group, names, reader))
            {
                ["why"] = week.Why.Select(key => texts.In(reader.Language).Plain(key)).ToList(),
                ["members"] = week.Group.Members.Select(names.GetValueOrDefault)
                    .OfType<Person>().Select(person => person.Described(reader.Language)).ToList(),
                ["url"] = week.Open is { } open ? await links.OpenAsync(ConcernQuestion.AskedOf(open, reader.Id)) : null,
            });
        return described;
    }

    Dictionary<string, object?> Titled(Group group, Dictionary<string, Person> names, CommitteeMember reader) => new()
    {
        ["group"] = group.GroupId,
        ["names"] = Names(group, names, reader.Language),
        ["group_url"] = new Uri(web.Value.BaseAddress, $"cohorts/{group.CohortId}/groups/{group.GroupId}"),
    };

    static string Names(Group group, Dictionary<string, Person> names, string language) =>
        People.Names(group.Members.Select(names.GetValueOrDefault).OfType<Person>(), language);
}
