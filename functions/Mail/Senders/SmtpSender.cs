using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Ilnp.Mail.Senders;

/// <summary>
/// Sends through a mail server, at the pace and over the few connections that it takes; a connection carries many mails, one after the
/// other.
/// </summary>
public sealed partial class SmtpSender(IOptions<SmtpOptions> options, TimeProvider time) : IMailSender, IDisposable
{
    readonly SendPace pace = new(options.Value.PerMinute, options.Value.Concurrent, time);
    readonly SmtpConnections connections = new(options.Value, time);

    public string Name => MailSenders.Smtp;

    public async Task<SendResult> SendAsync(OutgoingMail mail, CancellationToken cancellation)
    {
        using var turn = await pace.EnterAsync(
            TimeSpan.FromSeconds(options.Value.PatienceSeconds), mail.Stream == MailStream.Essential, cancellation);
        if (turn is null) return new SendResult.TryLater("paced");
        var (connection, failed) = await ConnectAsync(cancellation);
        if (connection is null) return failed!;
        var isWhole = false;
        try
        {
            if (!CanReach(connection.Client, mail)) return new SendResult.Refused("smtp-no-utf8-addresses");
            var result = await SendAsync(connection.Client, MimeMail.Build(mail), cancellation);
            isWhole = result is SendResult.Accepted;
            return result;
        }
        finally
        {
            connection.Sent++;
            if (isWhole) connections.GiveBack(connection);
            else connection.Dispose();
        }
    }

    /// <summary>The protocol has no question for it.</summary>
    public Task<bool?> WasSentAsync(OutgoingMail mail, CancellationToken cancellation) => Task.FromResult<bool?>(null);

    /// <summary>Before the message itself nothing can have been sent.</summary>
    async Task<(SmtpConnection? Connection, SendResult? Failed)> ConnectAsync(CancellationToken cancellation)
    {
        try
        {
            return (await connections.TakeAsync(cancellation), null);
        }
        catch (AuthenticationException)
        {
            return (null, new SendResult.TryLater("smtp-sign-in"));
        }
        catch (Exception e) when (e is SocketException or IOException or ProtocolException
            or CommandException or SslHandshakeException or TimeoutException or NotSupportedException)
        {
            return (null, new SendResult.TryLater($"no-connection-{e.GetType().Name}"));
        }
    }

    static async Task<SendResult> SendAsync(SmtpClient client, MimeMessage message, CancellationToken cancellation)
    {
        try
        {
            var answer = await client.SendAsync(message, cancellation);
            return new SendResult.Accepted(QueueId().Match(answer) is { Success: true } match ? match.Groups[1].Value : null);
        }
        catch (SmtpCommandException e)
        {
            // The server's own no: 4xx for now, 5xx for good (RFC 5321, section 4.2.1).
            return (int)e.StatusCode < 500
                ? new SendResult.TryLater($"smtp-{(int)e.StatusCode}")
                : new SendResult.Refused($"smtp-{(int)e.StatusCode}");
        }
        catch (Exception e) when (e is IOException or ProtocolException or TimeoutException or ServiceNotConnectedException)
        {
            return new SendResult.Unclear("connection-lost");
        }
    }

    /// <summary>
    /// An address with letters of another script before the @ needs SMTPUTF8 (RFC 6531); the client would write to a
    /// different one.
    /// </summary>
    static bool CanReach(SmtpClient client, OutgoingMail mail) =>
        client.Capabilities.HasFlag(SmtpCapabilities.UTF8)
            || mail.To.Select(recipient => recipient.Address).Concat(mail.Cc is null ? [] : [mail.Cc])
                .All(to => Ascii.IsValid(to.LocalPart));

    public void Dispose()
    {
        connections.Dispose();
        pace.Dispose();
    }

    [GeneratedRegex("queued as ([A-Za-z0-9.-]{1,64})", RegexOptions.IgnoreCase)]
    private static partial Regex QueueId();
}
