namespace Ilnp.Mail.Senders;

/// <summary>The names of the ways mail can go out, as in <c>Mail:Sender</c> and in the ledger.</summary>
public static class MailSenders
{
    public const string Mailbox = "mailbox";
    public const string SendGrid = "sendgrid";
    public const string Graph = "graph";
    public const string Smtp = "smtp";

    public static IReadOnlyList<string> All { get; } = [Mailbox, SendGrid, Graph, Smtp];
}
