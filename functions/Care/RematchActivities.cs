using Ilnp.Approvals;
using Ilnp.Mail;
using Ilnp.Matching;
using Ilnp.Programme;
using Microsoft.Azure.Functions.Worker;

namespace Ilnp.Care;

/// <summary>Parts with somebody and finds whoever is left behind a new partner.</summary>
public sealed class RematchActivities(
    CohortStore cohorts, PeopleStore people, GroupStore groups, CohortMatchmaker matchmaker, DecisionLinks links, Correspondence correspondence, TimeProvider time)
{
    /// <summary>The leaver is out; a trio goes on as a pair. Gives who is left alone, or null.</summary>
    [Function(nameof(PartWith))]
    public async Task<string?> PartWith([ActivityTrigger] Departure departure)
    {
        var group = await groups.UpdateAsync(departure.CohortId, departure.GroupId, group => Without(group, departure.LeaverId))
            ?? throw new KeyNotFoundException($"Cohort {departure.CohortId} has no group {departure.GroupId}.");
        var leaver = await people.UpdateAsync(departure.CohortId, departure.LeaverId, person => person with { Standing = Standing.Left, GroupId = null });
        var left = group.Members.Where(member => member != departure.LeaverId).ToList();
        var alone = group.Status == GroupStatus.Dissolved && group.Members.Contains(departure.LeaverId) ? left.SingleOrDefault() : null;
        if (alone is not null) await people.UpdateAsync(group.CohortId, alone, Waiting(group));
        await FarewellAsync(leaver!, left, departure);
        foreach (var member in left) await TellAsync(await people.GetAsync(group.CohortId, member), leaver!, group);
        return alone;
    }

    /// <summary>A pair keeps its members on record when it is dissolved; a trio becomes the pair that goes on.</summary>
    Group Without(Group group, string leaverId) => group switch
    {
        { Status: not GroupStatus.Active } => group,
        { Members: var members } when !members.Contains(leaverId) => group,
        { Members.Count: > 2 } => group with { Members = [.. group.Members.Where(member => member != leaverId)] },
        _ => group with { Status = GroupStatus.Dissolved, EndedAt = time.GetUtcNow() },
    };

    /// <summary>Waits for a partner, unless a later group has been found already.</summary>
    static Func<Person, Person> Waiting(Group dissolved) => person =>
        person.GroupId == dissolved.GroupId ? person with { Standing = Standing.Available, GroupId = null } : person;

    async Task FarewellAsync(Person leaver, IReadOnlyList<string> left, Departure departure)
    {
        var partners = await Task.WhenAll(left.Select(member => people.GetAsync(departure.CohortId, member)));
        await correspondence.WriteAsync(leaver, new("rematch", $"farewell-{departure.GroupId}", "farewell")
        {
            Model = new Dictionary<string, object?> { ["partners"] = People.Names(partners) },
        });
    }

    async Task TellAsync(Person member, Person leaver, Group group)
    {
        var settings = await cohorts.GetAsync(group.CohortId);
        var goesOn = group.Status == GroupStatus.Active;
        await correspondence.WriteAsync(member, new("rematch", $"{group.GroupId}-without-{leaver.PersonId}", "partner-left")
        {
            Liaison = settings.Liaison(group),
            Model = new Dictionary<string, object?>
            {
                ["partner"] = leaver.Name,
                ["next"] = goesOn
                    ? "The two of you go on together; nothing else changes."
                    : "We are looking for a new partner for you and will write as soon as we have found one. You need not do anything.",
            },
        });
    }

    /// <summary>Forms a pair with the best of those who said yes; the new group's id, or null when nobody fits.</summary>
    [Function(nameof(PairWithAvailable))]
    public async Task<string?> PairWithAvailable([ActivityTrigger] LeftBehind left)
    {
        if (await matchmaker.FormedSinceAsync(left.CohortId, left.PersonId) is { } before) return before.GroupId;
        return (await matchmaker.PairAsync(left.CohortId, left.PersonId))?.GroupId;
    }

    /// <summary>The best of the waiting list in the order of priority, or null when nobody fits.</summary>
    [Function(nameof(NextOnWaitingList))]
    public Task<string?> NextOnWaitingList([ActivityTrigger] LeftBehind left) => matchmaker.NextWaitingAsync(left.CohortId, left.PersonId);

    /// <summary>Asks both members of the pair that fits best; null when none does.</summary>
    [Function(nameof(AskTrioConsent))]
    public async Task<PairAsked?> AskTrioConsent([ActivityTrigger] ConsentRequest request)
    {
        if (await matchmaker.BestPairToJoinAsync(request.CohortId, request.PersonId) is not { } pair) return null;
        var newcomer = await people.GetAsync(request.CohortId, request.PersonId);
        foreach (var member in pair.Members)
            await AskAsync(await people.GetAsync(request.CohortId, member), newcomer, pair, request);
        return new(pair.GroupId, pair.Members);
    }

    async Task AskAsync(Person member, Person newcomer, Group pair, ConsentRequest request)
    {
        var settings = await cohorts.GetAsync(request.CohortId);
        var country = Words.Country(newcomer.Country, member.MailLanguage);
        var interests = string.Join(", ", newcomer.Interests.Select(Words.Topic));
        var url = await links.OpenAsync(new()
        {
            CohortId = request.CohortId,
            DecisionId = TrioConsent.DecisionId(pair.GroupId, newcomer.PersonId, member.PersonId),
            Form = TrioConsent.Form,
            SubjectId = member.PersonId,
            ClosesAt = request.Closes,
            InstanceId = request.InstanceId,
            EventName = TrioConsent.Answered,
            Facts = new Dictionary<string, string> { ["country"] = country, ["interests"] = interests },
        });
        await correspondence.WriteAsync(member, new("trio-consent", $"{pair.GroupId}-{newcomer.PersonId}", "trio-consent")
        {
            Liaison = settings.Liaison(pair),
            Model = new Dictionary<string, object?>
            {
                ["country"] = country,
                ["interests"] = interests,
                ["url"] = url,
                ["close_date"] = DateText.LastDay(request.Closes, settings, member.MailLanguage),
            },
        });
    }

    /// <summary>The pair becomes part of a new group of three; gives its id.</summary>
    [Function(nameof(FormTrio))]
    public async Task<string> FormTrio([ActivityTrigger] LeftBehind joining)
    {
        if (await matchmaker.FormedSinceAsync(joining.CohortId, joining.PersonId) is { } before) return before.GroupId;
        var pair = await groups.UpdateAsync(
            joining.CohortId,
            joining.GroupId,
            group => group.Status == GroupStatus.Dissolved ? group : group with { Status = GroupStatus.Dissolved, EndedAt = time.GetUtcNow() });
        return (await matchmaker.FormAsync(joining.CohortId, [.. pair!.Members, joining.PersonId], pair.LiaisonId)).GroupId;
    }

    /// <summary>Nobody was found: the liaison is told, and the person waits among those who said yes.</summary>
    [Function(nameof(ReportUnplaced))]
    public async Task ReportUnplaced([ActivityTrigger] LeftBehind left)
    {
        var settings = await cohorts.GetAsync(left.CohortId);
        var liaison = settings.Liaison(await groups.GetAsync(left.CohortId, left.GroupId));
        var person = await people.GetAsync(left.CohortId, left.PersonId);
        await correspondence.WriteAsync(left.CohortId, liaison, new("rematch", $"unplaced-{left.PersonId}", "liaison-unplaced")
        {
            Model = new Dictionary<string, object?> { ["group"] = left.GroupId, ["member"] = person.Described(liaison.Language) },
        });
    }
}
