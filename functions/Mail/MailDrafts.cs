using Ilnp.Mail.OwnWords;
using Ilnp.Mail.Rendering;
using Ilnp.Mail.Senders;
using Ilnp.Programme;

namespace Ilnp.Mail;

/// <summary>Mails as their cohort writes them, in its name and in its committee's own words.</summary>
public sealed class MailDrafts(CohortStore cohorts, OwnWordings wordings, MailComposer composer)
{
    internal async Task<CohortWords> WordsAsync(MailMessage message, CancellationToken cancellation)
    {
        var cohort = await cohorts.GetAsync(message.Key.CohortId, cancellation);
        return new(cohort, await wordings.OfAsync(cohort, cancellation));
    }

    /// <summary>Null when no recipient's address is one.</summary>
    /// <exception cref="MailTemplateException">The template is missing, or names something that the model has not.</exception>
    internal OutgoingMail? Compose(MailMessage message, CohortWords words, DateTimeOffset now) =>
        composer.Compose(message, words.Cohort, now, words.Own);
}

/// <summary>By what a cohort's mails are written.</summary>
sealed record CohortWords(CohortSettings Cohort, CohortWording Own);
