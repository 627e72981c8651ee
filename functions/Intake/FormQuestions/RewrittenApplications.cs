using Ilnp.Intake.Answers;
using Ilnp.Intake.Understanding;
using Ilnp.Programme;

namespace Ilnp.Intake.FormQuestions;

/// <summary>
/// An application in the words that its message has now, and its person with it. Whoever stands otherwise by it gets the mail that they
/// would have got; nobody else is written to. A person who was made of it keeps the address, and is not late afterwards: that is listed.
/// Runs again without harm: the application is written last.
/// </summary>
public sealed class RewrittenApplications(
    ApplicationStore applications, ApplicationPersons persons, TheirPeople theirs,
    IQualifications qualifications, ApplicationLetters letters, ProblemNotes notes)
{
    /// <returns>The application as it is stored then.</returns>
    public async Task<Application> WriteAsync(
        CohortSettings cohort, Application before, ReadMessage message, CancellationToken cancellation)
    {
        var (after, findings) = Rewritten(
            before, persons.Read(cohort, before.ApplicationId, before.Provider, before.ReceivedAt, message), message.Read);
        var person = before.Counts ? await ReanswerAsync(cohort, before, after, cancellation) : null;
        if (person is not null)
            after = after with { Outcome = OutcomeRule.AfterStoring(after, person), MailLanguage = person.MailLanguage };
        else if (!before.Counts)
            after = after is { Outcome: ApplicationOutcome.Received }
                ? await persons.WithPersonAsync(cohort, after, message.Read, ownerId: null, cancellation)
                : await persons.OwnedAsync(cohort, after, cancellation);
        if (IsNews(before, after, person)) await letters.SendAsync(after, cohort, cancellation);
        await notes.RenewAsync(before, after, findings, cancellation);
        return (await applications.UpdateAsync(
            before,
            stored => stored.Outcome != ApplicationOutcome.Erased && stored.Readings == before.Readings ? after : stored,
            cancellation))!;
    }

    (Application After, IReadOnlyList<Finding> Findings) Rewritten(Application before, Application read, ReadApplication message)
    {
        var (after, findings) = (read with { Readings = before.Readings + 1 }, message.Findings.ToList());
        if (before is { Counts: true, Answers.Email: { } address })
        {
            if (after.Answers!.Email is { } other && other != address) findings.Add(OtherAddress);
            after = after with
            {
                PersonId = before.PersonId,
                Answers = after.Answers with { Email = address },
                Outcome = before.Outcome,
                MailLanguage = before.MailLanguage,
            };
        }

        if (!before.Counts || read.Outcome != ApplicationOutcome.Late) return (after, findings);
        findings.Add(IsLate);
        return (after with
        {
            AppliedAt = before.AppliedAt,
            Reasons = [.. qualifications.Missed(after.Answers!), .. before.Reasons.Intersect([ReasonCode.UnknownMoment])],
        }, findings);
    }

    async Task<Person?> ReanswerAsync(CohortSettings cohort, Application before, Application after, CancellationToken cancellation)
    {
        if (before.PersonId is null) return null;
        var waited = before.Answers!.Waited == true
            && await persons.WaitedAsync(cohort, before.Answers.Email!, before.Answers.Name, cancellation);
        return await theirs.ApplyAsync(after, person => ApplicantRule.Reanswered(person, before, after, cohort, waited), cancellation);
    }

    /// <summary>Somebody new, or whoever comes in or falls out by it.</summary>
    static bool IsNews(Application before, Application after, Person? person)
    {
        if (!before.Counts) return after.Outcome != before.Outcome;
        var (was, becomes) = (StandingRule.Of(before.Reasons), StandingRule.Of(after.Reasons));
        var isSetByALead = person?.IsCountrySet == true && before.Reasons.Contains(ReasonCode.UnknownCountry);
        return was != becomes && becomes != Standing.HeldBack && person?.Standing == becomes && !isSetByALead;
    }

    static readonly Finding OtherAddress = new(
        "email",
        "As the form's questions are read now, the address is another one. The person was made with the first, and keeps it: if it is "
            + "wrong, correct it on the person's page.");

    static readonly Finding IsLate = new(
        "appliedAt", "As the form's questions are read now, it came after the closing day. It was taken in before, and stays.");
}
