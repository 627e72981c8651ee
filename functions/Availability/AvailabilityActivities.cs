using Ilnp.Approvals;
using Ilnp.Mail;
using Ilnp.Programme;
using Microsoft.Azure.Functions.Worker;

namespace Ilnp.Availability;

/// <summary>The participation inquiry, and where its answers put people.</summary>
public sealed class AvailabilityActivities(
    CohortStore cohorts, PeopleStore people, DecisionStore decisions, DecisionLinks links, Correspondence correspondence, TimeProvider time)
{
    [Function(nameof(AskAvailability))]
    public async Task AskAvailability([ActivityTrigger] Inquiry inquiry)
    {
        var settings = await cohorts.GetAsync(inquiry.CohortId);
        var person = await people.UpdateAsync(inquiry.CohortId, inquiry.PersonId, AvailabilityRules.AsAsked)
            ?? throw new KeyNotFoundException($"Cohort {inquiry.CohortId} has no person {inquiry.PersonId}.");
        if (person.IsErased) return;
        var url = await links.OpenAsync(Request(inquiry));
        await correspondence.WriteAsync(person, new("availability", "inquiry", "availability")
        {
            Model = new Dictionary<string, object?>
            {
                ["close_date"] = DateText.LastDay(inquiry.Closes, settings, person),
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
                ["close_date"] = DateText.LastDay(decision.Request.ClosesAt, settings, person),
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
}
