using Ilnp.Links;
using Ilnp.Mail.OwnWords;
using Ilnp.Mail.Rendering;
using Ilnp.Programme;

namespace Ilnp.Mail;

/// <summary>Addresses letters to people and committee members of a cohort and hands them to the mailer.</summary>
public sealed class Correspondence(CohortStore cohorts, PersonalLinks links, MailRenderer renderer, OwnWordings wordings, Mailer mailer)
{
    /// <summary>Nobody writes to somebody who was erased; the ledger does not hear of it.</summary>
    public async Task<MailOutcome> WriteAsync(Person person, Letter letter, CancellationToken cancellation = default)
    {
        if (person.IsErased) return MailOutcome.Suppressed;
        var settings = await cohorts.GetAsync(person.CohortId, cancellation);
        var to = letter.Instead ?? new MailParty(person.Name, person.Email);
        var message = Message(settings, person.PersonId, to, person.MailLanguage, letter);
        message = message with
        {
            OwnPage = links.Of(settings, person.PersonId),
            CanChooseLanguage = true,
            IsElsewhere = letter.Instead is not null,
        };
        return await mailer.SendAsync(message, cancellation);
    }

    public async Task<MailOutcome> WriteAsync(
        string cohortId, CommitteeMember member, Letter letter, CancellationToken cancellation = default)
    {
        var settings = await cohorts.GetAsync(cohortId, cancellation);
        return await mailer.SendAsync(Message(settings, member.Id, new(member.Name, member.Email), member.Language, letter), cancellation);
    }

    /// <summary>The letter as the person would read it; nothing is sent.</summary>
    public async Task<RenderedMail> ShowAsync(Person person, Letter letter, CancellationToken cancellation = default)
    {
        var settings = await cohorts.GetAsync(person.CohortId, cancellation);
        var own = await wordings.OfAsync(settings, cancellation);
        return renderer.Render(
            Message(settings, person.PersonId, new(person.Name, person.Email), person.MailLanguage, letter), settings, own: own);
    }

    /// <summary>One mail to a group, or to some of it, in a language that they share; what it says is for all of them.</summary>
    public Task<MailOutcome> WriteAsync(
        Group group, IReadOnlyList<Person> people, Letter letter, CancellationToken cancellation = default) =>
        WriteAsync(group.CohortId, group.GroupId, people, letter, cancellation);

    /// <summary>As one mail to a group.</summary>
    /// <param name="cohortId">The cohort.</param>
    /// <param name="togetherId">Of what they are in together, part of the mail's key.</param>
    /// <param name="people">All see each other.</param>
    /// <param name="letter">For all of them.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<MailOutcome> WriteAsync(
        string cohortId, string togetherId, IReadOnlyList<Person> people, Letter letter, CancellationToken cancellation = default)
    {
        people = [.. people.Where(person => !person.IsErased)];
        if (people.Count == 0) return MailOutcome.Suppressed;
        var settings = await cohorts.GetAsync(cohortId, cancellation);
        MailParty[] parties = [.. people.Select(person => new MailParty(person.Name, person.Email))];
        var message = Message(settings, togetherId, parties[0], settings.SharedLanguage(people), letter);
        return await mailer.SendAsync(message with { Others = parties[1..] }, cancellation);
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
            Thread = letter.Thread,
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
