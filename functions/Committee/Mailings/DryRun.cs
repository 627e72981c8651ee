using Ilnp.Programme;

namespace Ilnp.Committee.Mailings;

/// <summary>What a mailing would do if it went out now; nothing was sent.</summary>
/// <param name="Mailing">The mailing.</param>
/// <param name="Mails">All that would be written.</param>
/// <param name="Unreached">Whom it would not reach.</param>
public sealed record DryRun(Mailing Mailing, IReadOnlyList<AddressedMail> Mails, IReadOnlyList<Unreached> Unreached)
{
    public int People => Mails.Sum(mail => mail.To.Count);

    /// <summary>Languages with the number of mails, the most frequent first.</summary>
    public IReadOnlyList<(string Language, int Count)> Languages =>
    [
        .. Mails.GroupBy(mail => mail.Language).Select(same => (same.Key, same.Count()))
            .OrderByDescending(same => same.Item2).ThenBy(same => same.Key, StringComparer.Ordinal),
    ];

    /// <summary>More than get mails every day: somebody should have looked before.</summary>
    public bool IsLarge => People > Mailing.Few;
}

/// <summary>Somebody whom a mail does not reach.</summary>
/// <param name="Person">Who.</param>
/// <param name="TextKey">Why.</param>
public sealed record Unreached(Person Person, string TextKey);

/// <summary>People whom a mail does not reach, in a list.</summary>
public sealed record UnreachedModel(CommitteeReader Reader, IReadOnlyList<Unreached> Unreached);
