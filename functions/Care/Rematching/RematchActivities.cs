using Ilnp.Approvals;
using Ilnp.Care.Questions;
using Ilnp.Mail;
using Ilnp.Matching;
using Ilnp.Programme;
using Microsoft.Azure.Functions.Worker;

namespace Ilnp.Care.Rematching;

/// <summary>Finds whoever waits a new partner.</summary>
public sealed class RematchActivities(
    CohortStore cohorts, PeopleStore people, GroupStore groups, CohortMatchmaker matchmaker,
    Approvals.Questions questions, Correspondence correspondence)
{
    /// <summary>
    /// Forms a pair with the best of those who said yes; the new group's id, or null when nobody fits or the person waits no more.
    /// </summary>
    [Function(nameof(PairWithAvailable))]
    public async Task<string?> PairWithAvailable([ActivityTrigger] PersonRef seeker)
    {
        if (await matchmaker.FormedSinceAsync(seeker.CohortId, seeker.PersonId) is { } before) return before.GroupId;
        if (await people.GetAsync(seeker.CohortId, seeker.PersonId) is not { Standing: Standing.Available }) return null;
        return (await matchmaker.PairAsync(seeker.CohortId, seeker.PersonId))?.GroupId;
    }

    /// <summary>Tells whoever waits that somebody is looked for.</summary>
    [Function(nameof(TellSearching))]
    public async Task TellSearching([ActivityTrigger] PersonRef seeker)
    {
        if (await people.GetAsync(seeker.CohortId, seeker.PersonId) is not { Standing: Standing.Available } person) return;
        var (ended, liaison) = await LastAsync(person);
        await correspondence.WriteAsync(person, new("rematch", SearchingAfter(ended), "searching")
        {
            Liaison = liaison,
            Model = new Dictionary<string, object?>
            {
                ["partners"] = ended is null
                    ? null
                    : await people.NamesAsync(
                        person.CohortId, ended.Members.Where(member => member != person.PersonId), person.MailLanguage),
            },
        });
    }

    /// <summary>Which letter about the search it is: the one after this group.</summary>
    internal static string SearchingAfter(Group? ended) => $"searching-{ended?.GroupId ?? "first"}";

    /// <summary>The group that somebody was in last, and who looks after them: its liaison, or a lead when there was none.</summary>
    async Task<(Group? Ended, CommitteeMember Liaison)> LastAsync(Person person)
    {
        var settings = await cohorts.GetAsync(person.CohortId);
        var ended = EndedGroups.LastOf(person.PersonId, await groups.ListAsync(person.CohortId));
        return (ended, ended is null ? settings.Leads.First() : settings.Liaison(ended));
    }

    /// <summary>The best of the waiting list in the order of priority, or null when nobody fits or the person waits no more.</summary>
    [Function(nameof(NextOnWaitingList))]
    public async Task<string?> NextOnWaitingList([ActivityTrigger] PersonRef seeker) =>
        await people.GetAsync(seeker.CohortId, seeker.PersonId) is { Standing: Standing.Available }
            ? await matchmaker.NextWaitingAsync(seeker.CohortId, seeker.PersonId)
            : null;

    /// <summary>Asks both members of the pair that fits best; null when none does or the person waits no more.</summary>
    [Function(nameof(AskTrioConsent))]
    public async Task<PairAsked?> AskTrioConsent([ActivityTrigger] ConsentRequest request)
    {
        var newcomer = await people.GetAsync(request.CohortId, request.PersonId);
        if (newcomer is not { Standing: Standing.Available } || await PairAsync(request) is not { } pair) return null;
        var members = await Task.WhenAll(pair.Members.Select(member => people.GetAsync(request.CohortId, member)));
        foreach (var member in members) await AskAsync(member, members.Single(other => other != member), newcomer, pair, request);
        return new(pair.GroupId, pair.Members);
    }

    /// <summary>The pair that a round of matching has chosen, as long as it runs; an earlier search left it to be chosen here.</summary>
    async Task<Group?> PairAsync(ConsentRequest request) =>
        request.PairId is null ? await matchmaker.BestPairToJoinAsync(request.CohortId, request.PersonId)
        : await groups.GetAsync(request.CohortId, request.PairId) is { Status: GroupStatus.Active, Members.Count: 2 } pair ? pair
        : null;

    /// <summary>A member who agreed hears that the pair goes on as two.</summary>
    [Function(nameof(TellPairStays))]
    public async Task TellPairStays([ActivityTrigger] PairStaying staying)
    {
        var settings = await cohorts.GetAsync(staying.CohortId);
        var pair = await groups.GetAsync(staying.CohortId, staying.PairId);
        if (pair.Status != GroupStatus.Active) return;
        foreach (var member in staying.Agreed.Where(pair.Members.Contains))
        {
            var reader = await people.GetAsync(staying.CohortId, member);
            var partners = await people.NamesAsync(staying.CohortId, pair.Members.Where(other => other != member), reader.MailLanguage);
            await correspondence.WriteAsync(reader, new("rematch", $"pair-stays-{pair.GroupId}-{staying.PersonId}", "pair-stays")
            {
                Liaison = settings.Liaison(pair),
                Thread = pair.GroupId,
                Model = new Dictionary<string, object?> { ["partners"] = partners },
            });
        }
    }

    /// <summary>Who the newcomer is stays open until both agree: a "no" is to hurt nobody.</summary>
    async Task AskAsync(Person member, Person partner, Person newcomer, Group pair, ConsentRequest request)
    {
        var settings = await cohorts.GetAsync(request.CohortId);
        var question = new DecisionRequest
        {
            CohortId = request.CohortId,
            DecisionId = TrioConsent.DecisionId(pair.GroupId, newcomer.PersonId, member.PersonId),
            Form = TrioConsent.Form,
            SubjectId = member.PersonId,
            ClosesAt = request.Closes,
            InstanceId = request.InstanceId,
            EventName = TrioConsent.Answered,
            Worded = new Dictionary<string, WordedFact>
            {
                ["country"] = new(FactKind.Country, newcomer.Country),
                ["interests"] = new(FactKind.Topics, [.. newcomer.Interests]),
                ["partners"] = WordedFact.Names([partner]),
            },
        };
        await questions.AskAsync(question, member, new("trio-consent", $"{pair.GroupId}-{newcomer.PersonId}", "trio-consent")
        {
            Liaison = settings.Liaison(pair),
            Thread = pair.GroupId,
            Model = new Dictionary<string, object?>
            {
                ["country"] = Words.Country(newcomer.Country, member.MailLanguage),
                ["interests"] = Words.Topics(newcomer.Interests, member.MailLanguage),
                ["close_date"] = DateText.LastDay(request.Closes, settings, member),
            },
        });
    }

    /// <summary>
    /// The pair becomes part of a new group of three; gives its id, or null when the pair or the seeker has gone another way meanwhile.
    /// </summary>
    [Function(nameof(FormTrio))]
    public async Task<string?> FormTrio([ActivityTrigger] Joining joining)
    {
        var (cohortId, pairId, personId) = joining;
        if (await matchmaker.FormedSinceAsync(cohortId, personId) is { } before) return before.GroupId;
        if (await people.GetAsync(cohortId, personId) is not { Standing: Standing.Available }) return null;
        var cause = $"trio.{personId}";
        var pair = await groups.UpdateAsync(cohortId, pairId, group => matchmaker.Ended(group, cause));
        if (pair?.EndedBy != cause) return null;
        return (await matchmaker.FormTrioAsync(pair, personId)).GroupId;
    }

    /// <summary>Nobody was found: the liaison is told, and the person waits among those who said yes.</summary>
    [Function(nameof(ReportUnplaced))]
    public async Task ReportUnplaced([ActivityTrigger] PersonRef seeker)
    {
        if (await people.GetAsync(seeker.CohortId, seeker.PersonId) is not { Standing: Standing.Available } person) return;
        var (ended, liaison) = await LastAsync(person);
        await correspondence.WriteAsync(seeker.CohortId, liaison, new("rematch", $"unplaced-{person.PersonId}", "liaison-unplaced")
        {
            Model = new Dictionary<string, object?> { ["group"] = ended?.GroupId ?? "", ["member"] = person.Described(liaison.Language) },
        });
    }
}
