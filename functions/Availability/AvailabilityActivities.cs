using Ilnp.Approvals;
using Ilnp.Mail;
using Ilnp.Matching;
using Ilnp.Programme;
using Microsoft.Azure.Functions.Worker;

namespace Ilnp.Availability;

/// <summary>The participation inquiry and what its answers lead to.</summary>
public sealed class AvailabilityActivities(
    CohortStore cohorts, PeopleStore people, GroupStore groups, CohortMatchmaker matchmaker,
    DecisionStore decisions, DecisionLinks links, Correspondence correspondence, StandbyLetter standby, TimeProvider time)
{
    /// <summary>
    /// The members of the approved groups and a reserve of good pairs beside them; all become <see cref="Standing.Asked"/>.
    /// </summary>
    [Function(nameof(ChooseWhomToAsk))]
    public async Task<IReadOnlyList<string>> ChooseWhomToAsk([ActivityTrigger] string cohortId)
    {
        var settings = await cohorts.GetAsync(cohortId);
        var chosen = (await groups.ListAsync(cohortId)).Where(group => group.Status == GroupStatus.Proposed)
            .SelectMany(group => group.Members).ToHashSet();
        var everybody = await people.ListAsync(cohortId, [Standing.Eligible, Standing.Asked]);
        // Whom a run that ended half-way has asked already is drawn from too, so that the same reserve comes out again.
        var open = everybody.Where(person => !chosen.Contains(person.PersonId)).ToList();
        chosen.UnionWith(await matchmaker.ReserveAsync(settings, open, settings.Availability.ReservePairs));
        var asked = everybody.Select(person => person.PersonId).Where(chosen.Contains).ToList();
        await people.UpdateManyAsync(cohortId, asked, AsAsked);
        return asked;
    }

    /// <summary>The next on the waiting list, two for each pair that is missing; they become <see cref="Standing.Asked"/>.</summary>
    [Function(nameof(ChooseFromWaitingList))]
    public async Task<IReadOnlyList<string>> ChooseFromWaitingList([ActivityTrigger] Shortfall shortfall)
    {
        var settings = await cohorts.GetAsync(shortfall.CohortId);
        var everybody = await people.ListAsync(shortfall.CohortId, [Standing.Eligible, Standing.Asked]);
        var next = await matchmaker.ReserveAsync(settings, everybody, shortfall.Pairs);
        await people.UpdateManyAsync(shortfall.CohortId, next, AsAsked);
        return [.. next];
    }

    [Function(nameof(AskAvailability))]
    public async Task AskAvailability([ActivityTrigger] Inquiry inquiry)
    {
        var settings = await cohorts.GetAsync(inquiry.CohortId);
        var person = await people.UpdateAsync(inquiry.CohortId, inquiry.PersonId, AsAsked)
            ?? throw new KeyNotFoundException($"Cohort {inquiry.CohortId} has no person {inquiry.PersonId}.");
        if (person.IsErased) return;
        var url = await links.OpenAsync(Request(inquiry));
        await correspondence.WriteAsync(person, new("availability", "inquiry", "availability")
        {
            Model = new Dictionary<string, object?>
            {
                ["close_date"] = DateText.LastDay(inquiry.Closes, settings, person.MailLanguage),
                ["start_date"] = DateText.Day(settings.Dates.Introduce, person.MailLanguage),
                ["end_date"] = DateText.Day(new ProgrammeCalendar(settings).End, settings, person.MailLanguage),
                ["months"] = settings.Dates.Months,
                ["begun"] = HasBegun(settings, time),
                ["url"] = url,
            },
        });
    }

    /// <summary>Whoever is asked or stands ready while others talk already reads no date of a beginning.</summary>
    internal static bool HasBegun(CohortSettings settings, TimeProvider time) =>
        time.GetUtcNow().UtcDateTime >= new ProgrammeCalendar(settings).Introduce;

    /// <summary>People from the waiting list are asked by other steps too, and come here as eligible.</summary>
    static Person AsAsked(Person person) => person.Standing == Standing.Eligible ? person with { Standing = Standing.Asked } : person;

    static DecisionRequest Request(Inquiry inquiry) => new()
    {
        CohortId = inquiry.CohortId,
        DecisionId = InquiryForm.DecisionId(inquiry.PersonId),
        Form = InquiryForm.Name,
        SubjectId = inquiry.PersonId,
        ClosesAt = inquiry.Closes,
        InstanceId = inquiry.InstanceId,
        EventName = inquiry.InstanceId is null ? null : InquiryForm.Answered,
    };

    /// <summary>Everybody eligible who is not asked: the waiting list.</summary>
    [Function(nameof(ListNotChosen))]
    public async Task<IReadOnlyList<string>> ListNotChosen([ActivityTrigger] string cohortId) =>
        [.. (await people.ListAsync(cohortId, [Standing.Eligible])).Select(person => person.PersonId)];

    /// <summary>Where somebody on the waiting list stands, and why.</summary>
    [Function(nameof(TellNotChosen))]
    public async Task TellNotChosen([ActivityTrigger] PersonRef reference)
    {
        var settings = await cohorts.GetAsync(reference.CohortId);
        var person = await people.GetAsync(reference.CohortId, reference.PersonId);
        await correspondence.WriteAsync(person, new("availability", "not-chosen", "not-chosen")
        {
            Model = new Dictionary<string, object?>
            {
                ["reason"] = person.WaitingInWords(),
                ["next_wave"] = settings.NextWave(person.MailLanguage),
            },
        });
    }

    /// <summary>Those asked who have not answered yet.</summary>
    [Function(nameof(ListSilent))]
    public async Task<IReadOnlyList<string>> ListSilent([ActivityTrigger] string cohortId) =>
        [.. (await decisions.ListAsync(cohortId, InquiryForm.Name + "-"))
            .Where(decision => decision.AnsweredAt is null).Select(decision => decision.Request.SubjectId)];

    [Function(nameof(RemindAvailability))]
    public async Task RemindAvailability([ActivityTrigger] Reminder reminder)
    {
        var settings = await cohorts.GetAsync(reminder.CohortId);
        var person = await people.GetAsync(reminder.CohortId, reminder.PersonId);
        var decision = await decisions.FindAsync(reminder.CohortId, InquiryForm.DecisionId(person.PersonId));
        if (decision is not { AnsweredAt: null }) return;
        await correspondence.WriteAsync(person, new("availability", $"reminder-{reminder.Day:yyyy-MM-dd}", "availability-reminder")
        {
            Model = new Dictionary<string, object?>
            {
                ["close_date"] = DateText.LastDay(decision.Request.ClosesAt, settings, person.MailLanguage),
                ["url"] = await links.OpenAsync(decision.Request),
                ["last_reminder"] = new ProgrammeCalendar(settings).AvailabilityReminders
                    .All(other => DateOnly.FromDateTime(other) <= reminder.Day),
            },
        });
    }

    /// <summary>Everybody asked stands where their answer puts them.</summary>
    [Function(nameof(CloseAvailability))]
    public async Task CloseAvailability([ActivityTrigger] string cohortId)
    {
        var choices = (await decisions.ListAsync(cohortId, InquiryForm.Name + "-"))
            .ToDictionary(decision => decision.Request.SubjectId, decision => decision.Choice);
        var asked = await people.ListAsync(cohortId, [Standing.Asked]);
        await people.UpdateManyAsync(cohortId, asked.Select(person => person.PersonId), Answered);

        Person Answered(Person person) => person.Standing != Standing.Asked ? person
            : person with { Standing = AvailabilityRules.StandingAfter(choices.GetValueOrDefault(person.PersonId)) };
    }

    /// <summary>One person stands where their answer puts them; others may still answer.</summary>
    [Function(nameof(CloseInquiry))]
    public async Task CloseInquiry([ActivityTrigger] PersonRef reference)
    {
        var decision = await decisions.FindAsync(reference.CohortId, InquiryForm.DecisionId(reference.PersonId));
        await people.UpdateAsync(reference.CohortId, reference.PersonId, person => person.Standing != Standing.Asked ? person
            : person with { Standing = AvailabilityRules.StandingAfter(decision?.Choice) });
    }

    /// <summary>
    /// Keeps the pairs whose members said yes, repairs the others from those who said yes; gives the pairs still missing.
    /// </summary>
    [Function(nameof(FormGroups))]
    public Task<int> FormGroups([ActivityTrigger] string cohortId) => matchmaker.FormGroupsAsync(cohortId);

    /// <summary>Those who said yes and are in no group.</summary>
    [Function(nameof(ListStandby))]
    public async Task<IReadOnlyList<string>> ListStandby([ActivityTrigger] string cohortId)
    {
        var placed = (await groups.ListAsync(cohortId)).Where(group => group.Status == GroupStatus.Proposed)
            .SelectMany(group => group.Members).ToHashSet();
        return [.. (await people.ListAsync(cohortId, [Standing.Available]))
            .Select(person => person.PersonId).Where(id => !placed.Contains(id))];
    }

    [Function(nameof(TellStandby))]
    public Task TellStandby([ActivityTrigger] PersonRef reference) => standby.WriteAsync(reference.CohortId, reference.PersonId);
}
