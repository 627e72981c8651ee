using Ilnp.Mail;
using Ilnp.Programme;
using Ilnp.Texts;

namespace Ilnp.Intake;

/// <summary>Answers applications by mail, in the language that the person has now.</summary>
public sealed class ApplicationLetters(PeopleStore people, IQualifications qualifications, TextShelf texts, Mailer mailer)
{
    /// <summary>Tells the applicant that the application arrived, or why it does not qualify; the mail ledger keeps it single.</summary>
    public async Task SendAsync(Application application, CohortSettings cohort, CancellationToken cancellation = default)
    {
        var person = application.PersonId is { } id ? await people.FindAsync(cohort.Id, id, cancellation) : null;
        if (ApplicationLetter.Write(application, cohort, person, qualifications, texts) is { } letter) await mailer.SendAsync(letter, cancellation);
    }
}
