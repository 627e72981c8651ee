using System.Globalization;
using Ilnp.Forms;
using Ilnp.Intake.Answers;
using Ilnp.Intake.Confirming;
using Ilnp.Mail;
using Ilnp.Programme;

namespace Ilnp.Intake.Applying;

/// <summary>Mails somebody the link to their unfinished application.</summary>
public sealed class UnfinishedLetters(UnfinishedLinks links, Mailer mailer, Identities identities, TimeProvider time)
{
    const string Template = "application-unfinished";

    /// <summary>So that whoever knows an address cannot fill its mailbox.</summary>
    const int MostADay = 3;

    /// <summary>Nothing of the answers stands in the mail but in its link, and of the name only what is one.</summary>
    /// <param name="cohort">The cohort applied to.</param>
    /// <param name="reading">What was filled in, with an address that is one.</param>
    /// <param name="language">Of the page and of the mail.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <returns>What the link is made of; null where the answers are more than a link holds.</returns>
    internal async Task<string?> SendAsync(
        CohortSettings cohort, FormReading reading, string language, CancellationToken cancellation)
    {
        if (links.Seal(cohort.Id, reading.Answers) is not { } token) return null;
        var (address, name) = (EmailAddress.Read(reading.Of(ApplyPage.Email)[0]).Value!, string.Join(' ', reading.Of("name")));
        var day = time.GetUtcNow().ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        for (var number = 1; number <= MostADay; number++)
        {
            var message = new MailMessage
            {
                Key = new(
                    cohort.Id,
                    Template,
                    string.Create(CultureInfo.InvariantCulture, $"{day}-{number}"),
                    identities.PersonId(cohort, address)),
                Template = Template,
                Language = language,
                To = new(PlainName.Of(name, address), address),
                Model = new Dictionary<string, object?>
                {
                    ["url"] = links.Address(cohort.Id, token, language),
                    ["close_date"] = DateText.Day(cohort.Dates.ApplicationsClose, language),
                },
            };
            if (await mailer.SendAsync(message, cancellation) != MailOutcome.AlreadySent) break;
        }

        return token;
    }
}
