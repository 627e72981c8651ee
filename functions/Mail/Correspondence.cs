using Ilnp.Programme;

namespace Ilnp.Mail;

/// <summary>Addresses letters to people and committee members of a cohort and hands them to the mailer.</summary>
public sealed class Correspondence(CohortStore cohorts, Mailer mailer)
{
    public async Task<MailOutcome> WriteAsync(Person person, Letter letter, CancellationToken cancellation = default)
    {
        var settings = await cohorts.GetAsync(person.CohortId, cancellation);
        var to = letter.Instead ?? new MailParty(person.Name, person.Email);
        return await mailer.SendAsync(Message(settings, person.PersonId, to, person.MailLanguage, letter) with { CanChooseLanguage = true }, cancellation);
    }

    public async Task<MailOutcome> WriteAsync(string cohortId, CommitteeMember member, Letter letter, CancellationToken cancellation = default)
    {
        var settings = await cohorts.GetAsync(cohortId, cancellation);
        return await mailer.SendAsync(Message(settings, member.Id, new(member.Name, member.Email), member.Language, letter), cancellation);
    }

    static MailMessage Message(CohortSettings settings, string recipientId, MailParty to, string language, Letter letter)
    {
        var liaison = letter.Liaison is { } member ? new MailParty(member.Name, member.Email) : null;
        return new()
        {
            Key = new(settings.Id, letter.Step, letter.Occurrence, recipientId),
            Template = letter.Template,
            Language = language,
            To = to,
            Cc = letter.CopyLiaison ? liaison : null,
            ReplyTo = liaison,
            Model = Model(letter),
            Stream = letter.Stream,
            Attachments = letter.Attachments,
        };
    }

    static Dictionary<string, object?> Model(Letter letter)
    {
        var model = new Dictionary<string, object?>();
        if (letter.Liaison is { } liaison) (model["liaison_name"], model["liaison_email"]) = (liaison.Name, liaison.Email);
        foreach (var (key, value) in letter.Model) model[key] = value;
        return model;
    }
}
