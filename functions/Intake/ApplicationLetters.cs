using Ilnp.Mail;
using Ilnp.Programme;
using Ilnp.Texts;

namespace Ilnp.Intake;

/// <summary>Answers applications by mail.</summary>
public sealed class ApplicationLetters(IQualifications qualifications, TextShelf texts, Mailer mailer)
{
    /// <summary>Tells the applicant that the application arrived, or why it does not qualify; the mail ledger keeps it single.</summary>
    public async Task SendAsync(Application application, CohortSettings cohort, CancellationToken cancellation = default)
    {
        if (ApplicationLetter.Write(application, cohort, qualifications, texts) is { } letter) await mailer.SendAsync(letter, cancellation);
    }
}
