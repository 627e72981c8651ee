using Ilnp.Committee.People.Actions;
using Ilnp.Mail;
using Ilnp.Mail.Suppression;
using Ilnp.Programme;

namespace Ilnp.Committee.People.Bulk;

/// <summary>Finds what an act about many people would do; writes nothing.</summary>
public sealed class BulkReading(PersonFiles files, SuppressionList suppressions, AddressKeys addresses)
{
    public async Task<BulkPreview> PreviewAsync(
        CommitteeReader reader, PersonAction action, IReadOnlyList<Person> chosen, CancellationToken cancellation)
    {
        var known = await files.ReadManyAsync(reader, chosen.Select(person => person.PersonId), cancellation);
        var (fits, leftOut) = (new List<ConcernedPerson>(), new List<LeftOutPerson>());
        foreach (var person in chosen)
        {
            var file = known.GetValueOrDefault(person.PersonId);
            var isUnreachable = await IsUnreachableAsync(person, cancellation);
            if (BulkRules.WhyNot(file, action, isUnreachable) is { } reason) leftOut.Add(new(person, reason));
            else fits.Add(new(person, action.Mails(file!), isUnreachable));
        }

        return new(action, fits, leftOut);
    }

    /// <summary>Whether no mail goes to the person: earlier ones came back, or were marked as unwanted.</summary>
    public async Task<bool> IsUnreachableAsync(Person person, CancellationToken cancellation) =>
        await suppressions.ReasonAsync(addresses.Of(person.Email), MailStream.Essential, cancellation) is not null;
}

/// <summary>What an act about many people would do.</summary>
/// <param name="Action">The act.</param>
/// <param name="Fits">Whom it concerns.</param>
/// <param name="LeftOut">The others who were chosen.</param>
public sealed record BulkPreview(PersonAction Action, IReadOnlyList<ConcernedPerson> Fits, IReadOnlyList<LeftOutPerson> LeftOut)
{
    /// <summary>Templates of the mails that go out, and how many.</summary>
    public IReadOnlyList<(CausedMail Mail, int Count)> Mails =>
        [.. Fits.SelectMany(one => one.Mails.Where(mail => mail.ToOthers || !one.IsUnreachable))
            .GroupBy(mail => mail).Select(same => (same.Key, same.Count()))];

    /// <summary>In which languages a mail goes out to those whom it is about, and how many in each, the most frequent first.</summary>
    public IReadOnlyList<(string Language, int Count)> LanguagesOf(CausedMail mail) =>
    [
        .. Fits.Where(one => !one.IsUnreachable && one.Mails.Contains(mail)).GroupBy(one => one.Person.MailLanguage)
            .Select(same => (same.Key, same.Count())).OrderByDescending(same => same.Item2)
            .ThenBy(same => same.Key, StringComparer.Ordinal),
    ];

    /// <summary>It is done about them, and they do not hear of it.</summary>
    public int Unheard => Fits.Count(one => one.IsUnreachable && one.Mails.Any(mail => !mail.ToOthers));
}

/// <summary>Somebody whom it concerns.</summary>
/// <param name="Person">Who.</param>
/// <param name="Mails">That it causes.</param>
/// <param name="IsUnreachable">Mail to their address is held back.</param>
public sealed record ConcernedPerson(Person Person, IReadOnlyList<CausedMail> Mails, bool IsUnreachable);

/// <summary>Somebody who is left out.</summary>
/// <param name="Person">Who.</param>
/// <param name="Reason">One of <see cref="LeftOut"/>.</param>
public sealed record LeftOutPerson(Person Person, string Reason);
