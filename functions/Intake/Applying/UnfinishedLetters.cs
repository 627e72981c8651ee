using System.Globalization;
using Ilnp.Intake.Confirming;
using Ilnp.Mail;
using Ilnp.Programme;

namespace Ilnp.Intake.Applying;

/// <summary>Mails somebody the link to their unfinished application.</summary>
public sealed class UnfinishedLetters(Mailer mailer, Identities identities, TimeProvider time)
{
    const string Template = "application-unfinished";

    /// <summary>So that whoever knows an address cannot fill its mailbox.</summary>
    const int MostADay = 3;

    /// <summary>Nothing of the answers stands in the mail but in its link, and of the name only what is one.</summary>
    public async Task SendAsync(
        CohortSettings cohort, string address, string name, string language, Uri link, CancellationToken cancellation)
    {
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
                    ["url"] = link,
                    ["close_date"] = DateText.Day(cohort.Dates.ApplicationsClose, language),
                },
            };
            if (await mailer.SendAsync(message, cancellation) != MailOutcome.AlreadySent) return;
        }
    }
}
