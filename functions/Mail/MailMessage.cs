using System.Security.Cryptography;
using System.Text;

namespace Ilnp.Mail;

/// <summary>
/// A mail to be written from a template and sent once.
/// </summary>
public sealed record MailMessage
{
    public required MailKey Key { get; init; }

    /// <summary>Name of the template, <c>Mails/&lt;name&gt;.&lt;language&gt;.md</c> of its step.</summary>
    public required string Template { get; init; }

    /// <summary>ISO 639-1; mails to the committee, which are there in one language, are taken in that.</summary>
    public required string Language { get; init; }

    /// <summary>Whether the recipient is a person of the cohort, who can change the language by a link in the mail.</summary>
    public bool CanChooseLanguage { get; init; }

    public required MailParty To { get; init; }

    /// <summary>Whether <see cref="To"/> is where the person wished this mail to go, not their own address.</summary>
    public bool IsElsewhere { get; init; }

    /// <summary>Whom the same mail goes to as well: all see each other, and an answer goes to everybody.</summary>
    public IReadOnlyList<MailParty> Others { get; init; } = [];

    public MailParty? Cc { get; init; }

    /// <summary>Where an answer goes: the liaison, mostly.</summary>
    public MailParty? ReplyTo { get; init; }

    /// <summary>
    /// What the template may name: texts, numbers, booleans, lists and dictionaries of such, and <see cref="Uri"/> for links.
    /// Texts are untrusted and are escaped when written.
    /// </summary>
    public required IReadOnlyDictionary<string, object?> Model { get; init; }

    /// <summary>The recipient's own page; null for the committee, and for a mail to several, which has nobody's.</summary>
    public Uri? OwnPage { get; init; }

    /// <inheritdoc cref="Letter.Thread"/>
    public string? Thread { get; init; }

    /// <summary>Optional mail can be unsubscribed from.</summary>
    public MailStream Stream { get; init; } = MailStream.Essential;

    public IReadOnlyList<MailAttachment> Attachments { get; init; } = [];
}

/// <summary>
/// What makes a mail the same mail: a second request with this key sends nothing.
/// </summary>
/// <param name="CohortId">The cohort.</param>
/// <param name="Step">The step of the programme, for instance <c>prompt</c>.</param>
/// <param name="Occurrence">Which one within the step, for instance the month or the group.</param>
/// <param name="PersonId">The recipient: a person's or a committee member's id, or a group's for a mail to all of it.</param>
public sealed record MailKey(string CohortId, string Step, string Occurrence, string PersonId)
{
    const char Divider = '|';

    /// <summary>The ledger's row: <c>step|occurrence|person</c>.</summary>
    /// <exception cref="ArgumentException">A part is empty or has a character that a table key cannot have.</exception>
    public string Row => string.Join(Divider, Checked(Step), Checked(Occurrence), Checked(PersonId));

    /// <summary>32 hexadecimal digits that stand for the key where ids need not be seen: file names, message ids.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(CohortId + Divider + Row)))[..32];

    static string Checked(string part) =>
        part.Length > 0 && !part.Any(letter => char.IsControl(letter) || letter is Divider or '/' or '\\' or '#' or '?' or '%') ? part
        : throw new ArgumentException($"A mail key cannot have the part '{part}'.");
}

/// <summary>A name in any script, and an address.</summary>
public sealed record MailParty(string Name, string Address);

/// <summary>A file with the mail.</summary>
public sealed record MailAttachment(string FileName, string ContentType, byte[] Content);

/// <summary>The lists a recipient can be on.</summary>
public enum MailStream
{
    /// <summary>Needed to take part: inquiry, introduction, a decision's receipt.</summary>
    Essential,

    /// <summary>Prompts and news.</summary>
    Optional,

    /// <summary>Questions how it goes: somebody without news still hears of a silent partner.</summary>
    Pulses,
}

/// <summary>What became of a request to send.</summary>
public enum MailOutcome
{
    Sent,

    /// <summary>The ledger has it sent before.</summary>
    AlreadySent,

    /// <summary>An earlier attempt ended between sending and recording; a person or the provider's event resolves it.</summary>
    Unknown,

    /// <summary>The address bounced, complained or unsubscribed.</summary>
    Suppressed,

    /// <summary>The provider refused it for good, or the address is none; the ledger has the reason, a person decides.</summary>
    Failed,
}
