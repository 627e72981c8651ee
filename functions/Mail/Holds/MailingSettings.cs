using Ilnp.Programme;

namespace Ilnp.Mail.Holds;

/// <summary>Whether mails to many wait for a lead.</summary>
public sealed record MailingSettings : IStepSettings
{
    public static string Section => "mailings";

    /// <summary>Whether each waits for a lead's press on its page; otherwise it goes by itself unless a lead holds it.</summary>
    public bool Hold { get; init; }

    public IEnumerable<string> Problems() => [];
}
