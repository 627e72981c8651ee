using Ilnp.Programme;

namespace Ilnp.Mail;

/// <summary>What a step wants to write to somebody; <see cref="Correspondence"/> adds who it is for.</summary>
/// <param name="Step">The step of the programme, part of the mail's key.</param>
/// <param name="Occurrence">Which one within the step, part of the mail's key.</param>
/// <param name="Template">Name of the template.</param>
public sealed record Letter(string Step, string Occurrence, string Template)
{
    public IReadOnlyDictionary<string, object?> Model { get; init; } = new Dictionary<string, object?>();

    /// <summary>
    /// Answers go to the liaison instead of the programme's address, and the letter may name them:
    /// <c>liaison_name</c>, <c>liaison_email</c>.
    /// </summary>
    public CommitteeMember? Liaison { get; init; }

    /// <summary>The liaison gets a copy.</summary>
    public bool CopyLiaison { get; init; }

    /// <summary>
    /// What the mail belongs to, for instance a group's id: mail programs show all of it as one conversation. Null for nothing.
    /// </summary>
    public string? Thread { get; init; }

    public MailStream Stream { get; init; } = MailStream.Essential;

    public IReadOnlyList<MailAttachment> Attachments { get; init; } = [];

    /// <summary>Another address and name than the person's own, where the person asked for that.</summary>
    public MailParty? Instead { get; init; }

    /// <summary>The letter with one fact more.</summary>
    public Letter With(string key, object? value) => this with { Model = new Dictionary<string, object?>(Model) { [key] = value } };
}
