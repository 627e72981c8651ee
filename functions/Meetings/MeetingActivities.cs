using Ilnp.Mail;
using Ilnp.Mail.Ledger;
using Ilnp.Programme;
using Microsoft.Azure.Functions.Worker;

namespace Ilnp.Meetings;

/// <summary>A meeting's mail to one person.</summary>
/// <param name="CohortId">The cohort.</param>
/// <param name="Number">Of the meeting.</param>
/// <param name="PersonId">Whom it goes to.</param>
/// <param name="IsAgain">A reminder.</param>
public sealed record MeetingTo(string CohortId, int Number, string PersonId, bool IsAgain = false);

/// <summary>Who hears of a meeting of everybody, and that they hear it once.</summary>
public sealed class MeetingActivities(
    CohortStore cohorts, PeopleStore people, MailLedger ledger, MeetingLetters letters, Correspondence correspondence, TimeProvider time)
{
    /// <summary>Ids of everybody in a group now; nobody once the meeting is called off.</summary>
    [Function(nameof(ListInvited))]
    public async Task<IReadOnlyList<string>> ListInvited([ActivityTrigger] MeetingRef meeting) =>
        (await FindAsync(meeting.CohortId, meeting.Number)).Meeting.CalledOffAt is null
            ? [.. (await people.ListAsync(meeting.CohortId, [Standing.Active])).Select(person => person.PersonId)]
            : [];

    /// <summary>Invites, or reminds: nobody who has left since, and nobody when both sittings have begun.</summary>
    [Function(nameof(InviteToMeeting))]
    public async Task InviteToMeeting([ActivityTrigger] MeetingTo to)
    {
        var (cohort, meeting) = await FindAsync(to.CohortId, to.Number);
        var person = await people.GetAsync(to.CohortId, to.PersonId);
        if (person.Standing == Standing.Active && time.GetUtcNow() < meeting.Second)
            await correspondence.WriteAsync(person, letters.Invitation(cohort, meeting, person, to.IsAgain));
    }

    /// <summary>Each member of the committee, of the meeting as it stands; whoever has read the same before gets nothing more.</summary>
    [Function(nameof(TellCommitteeOfMeeting))]
    public async Task TellCommitteeOfMeeting([ActivityTrigger] MeetingRef reference)
    {
        var (cohort, meeting) = await FindAsync(reference.CohortId, reference.Number);
        var invited = (await people.ListAsync(cohort.Id, [Standing.Active])).Count;
        foreach (var member in cohort.Committee)
            await correspondence.WriteAsync(cohort.Id, member, letters.ToCommittee(cohort, meeting, member, invited));
    }

    /// <summary>Ids of everybody to whom an invitation or reminder went.</summary>
    [Function(nameof(ListToldOfMeeting))]
    public async Task<IReadOnlyList<string>> ListToldOfMeeting([ActivityTrigger] MeetingRef meeting)
    {
        var invited = await ledger.ListAsync(meeting.CohortId, MeetingLetters.Step, MeetingLetters.Invited(meeting.Number));
        var reminded = await ledger.ListAsync(meeting.CohortId, MeetingLetters.Step, MeetingLetters.Reminded(meeting.Number));
        return [.. invited.Concat(reminded).Where(mail => mail.Status != MailStatus.Suppressed)
            .Select(mail => mail.Key.PersonId).Distinct().Order(StringComparer.Ordinal)];
    }

    [Function(nameof(TellMeetingOff))]
    public async Task TellMeetingOff([ActivityTrigger] MeetingTo to)
    {
        var (cohort, meeting) = await FindAsync(to.CohortId, to.Number);
        if (await people.FindAsync(to.CohortId, to.PersonId) is { } person)
            await correspondence.WriteAsync(person, letters.CalledOff(cohort, meeting, person));
    }

    /// <summary>As stored at this moment: a lead has just changed it, perhaps by another instance of the app.</summary>
    async Task<(CohortSettings Cohort, WholeMeeting Meeting)> FindAsync(string cohortId, int number)
    {
        var cohort = await cohorts.FindNowAsync(cohortId) ?? throw new KeyNotFoundException($"There is no cohort {cohortId}.");
        return (cohort, cohort.Meetings.Single(meeting => meeting.Number == number));
    }
}
