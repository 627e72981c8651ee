using Ilnp.Intake.Applying;
using Ilnp.Links;
using Ilnp.Mail;
using Ilnp.Programme;
using Ilnp.Texts;

namespace Ilnp.Intake;

/// <summary>Answers applications by mail.</summary>
public sealed class ApplicationLetters(
    IQualifications qualifications, TextShelf texts, Mailer mailer, PersonalLinks links, TimeProvider time)
{
    /// <summary>Tells the applicant that the application arrived, or why it does not qualify; the mail ledger keeps it single.</summary>
    public async Task SendAsync(Application application, CohortSettings cohort, CancellationToken cancellation = default)
    {
        var isOpen = ApplicationWindow.TakesApplications(cohort, time.GetUtcNow());
        if (ApplicationLetter.Write(application, cohort, qualifications, texts, isOpen) is not { } letter) return;
        // nobody was added for an application that came too late: there is no page of theirs
        if (application is { MailLanguage: not null, PersonId: { } person }) letter = letter with { OwnPage = links.Of(cohort, person) };
        await mailer.SendAsync(letter, cancellation);
    }
}
