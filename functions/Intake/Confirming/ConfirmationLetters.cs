using Ilnp.Approvals;
using Ilnp.Intake.Answers;
using Ilnp.Programme;
using Ilnp.Texts;

namespace Ilnp.Intake.Confirming;

/// <summary>Asks the mailbox whether answers that wait are its owner's.</summary>
public sealed class ConfirmationLetters(
    PeopleStore people, DecisionStore decisions, Questions questions, ProblemNotes notes, TextShelf texts, TimeProvider time)
{
    /// <summary>So that whoever knows an address cannot fill its mailbox. The committee is told of what was too much.</summary>
    const int MostADay = 3;

    static readonly Finding TooMany = new(
        "email",
        "More changes came in a day for this address than it is asked about: this one was kept and does not count. If it "
            + "matters, write to the person.");

    /// <summary>Asks once for each application, however often this runs.</summary>
    public async Task AskAsync(Application application, CohortSettings cohort, CancellationToken cancellation = default)
    {
        if (application is not { Answers: { } answers, PersonId: { } personId }
            || await people.FindAsync(cohort.Id, personId, cancellation) is not { IsErased: false } person) return;
        var question = Confirmation.Question(cohort, personId, application.ApplicationId);
        var others = (await decisions.ListAsync(cohort.Id, Confirmation.Form.DecisionPrefix(personId), cancellation))
            .Where(asked => asked.DecisionId != question.DecisionId);
        if (others.Count(asked => asked.OpenedAt > time.GetUtcNow().AddDays(-1)) >= MostADay)
        {
            await notes.NoteLaterAsync(application, TooMany, "too-many", cancellation);
            return;
        }

        await questions.AskAsync(question, person, new("intake", $"change-{application.ApplicationId}", "application-change")
        {
            Instead = new(PlainName.Of(person.Name, person.Email), person.Email),
            Model = new Dictionary<string, object?>
            {
                ["summary"] = ApplicationSummary.Of(answers, texts.In(person.MailLanguage)),
                ["close_date"] = DateText.LastDay(question.ClosesAt, cohort, person),
            },
        }, cancellation);
    }
}
