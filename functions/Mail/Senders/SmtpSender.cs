using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Ilnp.Mail.Senders;

/// <summary>Sends through a mail server, one connection a mail: a connection that idled may be dead without saying so.</summary>
public sealed partial class SmtpSender(IOptions<SmtpOptions> options) : IMailSender, IDisposable
{
    readonly SemaphoreSlim places = new(options.Value.Concurrent);

    public string Name => MailSenders.Smtp;

    public async Task<SendResult> SendAsync(OutgoingMail mail, CancellationToken cancellation)
    {
        await places.WaitAsync(cancellation);
        try
        {
            using var client = new SmtpClient { Timeout = options.Value.TimeoutSeconds * 1000 };
            if (await ConnectAsync(client, cancellation) is { } failed) return failed;
            if (!CanReach(client, mail)) return new SendResult.Refused("smtp-no-utf8-addresses");
            var result = await SendAsync(client, MimeMail.Build(mail), cancellation);
            if (result is SendResult.Accepted) await LeaveAsync(client, cancellation);
            return result;
        }
        finally
        {
            places.Release();
        }
    }

    /// <summary>The protocol has no question for it.</summary>
    public Task<bool?> WasSentAsync(OutgoingMail mail, CancellationToken cancellation) => Task.FromResult<bool?>(null);

    /// <summary>Null once connected. Before the message itself nothing can have been sent.</summary>
    async Task<SendResult?> ConnectAsync(SmtpClient client, CancellationToken cancellation)
    {
        var settings = options.Value;
        try
        {
            await client.ConnectAsync(settings.Host, settings.Port, Security(settings.Security), cancellation);
            if (settings.User.Length > 0) await client.AuthenticateAsync(settings.User, settings.Password, cancellation);
            return null;
        }
        catch (AuthenticationException)
        {
            return new SendResult.TryLater("smtp-sign-in");
        }
        catch (Exception e) when (e is SocketException or IOException or ProtocolException
            or CommandException or SslHandshakeException or TimeoutException or NotSupportedException)
        {
            return new SendResult.TryLater($"no-connection-{e.GetType().Name}");
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

    /// <summary>The mail is accepted; a server that hangs up without a good-bye changes nothing.</summary>
    static async Task LeaveAsync(SmtpClient client, CancellationToken cancellation)
    {
        try
        {
            await client.DisconnectAsync(quit: true, cancellation);
        }
        catch (Exception e) when (e is IOException or ProtocolException or CommandException or OperationCanceledException)
        {
            return;
        }
    }

    static SecureSocketOptions Security(string security) => security switch
    {
        "tls" => SecureSocketOptions.SslOnConnect,
        "none" => SecureSocketOptions.None,
        _ => SecureSocketOptions.StartTls,
    };

    public void Dispose() => places.Dispose();

    [GeneratedRegex("queued as ([A-Za-z0-9.-]{1,64})", RegexOptions.IgnoreCase)]
    private static partial Regex QueueId();
}
