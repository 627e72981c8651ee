using System.Collections.Concurrent;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace Ilnp.Mail.Senders;

/// <summary>
/// Connections to a mail server that carry one mail after the other: signing in for each would take longer than the mail, and servers
/// count it. One that has been idle may be dead without saying so, and is asked before it is trusted with a mail.
/// </summary>
sealed class SmtpConnections(SmtpOptions settings, TimeProvider time) : IDisposable
{
    /// <summary>Servers close what is idle for longer than some minutes.</summary>
    static readonly TimeSpan Idle = TimeSpan.FromSeconds(30);

    readonly ConcurrentBag<SmtpConnection> idle = [];

    /// <summary>One that was left, or a new one. What fails here has sent nothing.</summary>
    public async Task<SmtpConnection> TakeAsync(CancellationToken cancellation)
    {
        while (idle.TryTake(out var left))
        {
            if (left.Sent >= settings.PerConnection || time.GetUtcNow() - left.UsedAt > Idle) left.Leave();
            else if (await left.IsAliveAsync(cancellation)) return left;
            left.Dispose();
        }

        return await OpenAsync(cancellation);
    }

    /// <summary>After a mail that the server took, so that the next one can go.</summary>
    public void GiveBack(SmtpConnection connection)
    {
        connection.UsedAt = time.GetUtcNow();
        idle.Add(connection);
    }

    async Task<SmtpConnection> OpenAsync(CancellationToken cancellation)
    {
        var client = new SmtpClient { Timeout = settings.TimeoutSeconds * 1000 };
        try
        {
            await client.ConnectAsync(settings.Host, settings.Port, Security(settings.Security), cancellation);
            if (settings.User.Length > 0) await client.AuthenticateAsync(settings.User, settings.Password, cancellation);
            return new(client);
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    static SecureSocketOptions Security(string security) => security switch
    {
        "tls" => SecureSocketOptions.SslOnConnect,
        "none" => SecureSocketOptions.None,
        _ => SecureSocketOptions.StartTls,
    };

    public void Dispose()
    {
        while (idle.TryTake(out var left))
        {
            left.Leave();
            left.Dispose();
        }
    }
}

/// <summary>A connection that is signed in.</summary>
sealed class SmtpConnection(SmtpClient client) : IDisposable
{
    public SmtpClient Client => client;

    /// <summary>Mails that it carried.</summary>
    public int Sent { get; set; }

    /// <summary>UTC.</summary>
    public DateTimeOffset UsedAt { get; set; }

    /// <summary>Whether the server still answers on it.</summary>
    public async Task<bool> IsAliveAsync(CancellationToken cancellation)
    {
        try
        {
            await client.NoOpAsync(cancellation);
            return true;
        }
        catch (Exception e) when (IsLost(e))
        {
            return false;
        }
    }

    /// <summary>Says good-bye; a server that hangs up without one changes nothing.</summary>
    public void Leave()
    {
        try
        {
            client.Disconnect(quit: true);
        }
        catch (Exception e) when (IsLost(e))
        {
            return;
        }
    }

    public void Dispose() => client.Dispose();

    static bool IsLost(Exception e) => e is IOException or ProtocolException or CommandException or TimeoutException
        or ServiceNotConnectedException or ServiceNotAuthenticatedException;
}
