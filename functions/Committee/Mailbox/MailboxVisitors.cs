using System.Security.Cryptography;
using System.Text;
using Ilnp.Links;
using Ilnp.Mail;
using Ilnp.Mail.Senders;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Ilnp.Committee.Mailbox;

/// <summary>
/// Opens the local mailbox to whoever has its key: everybody's mails are in it, with their links, and other users and programs
/// of the machine reach its port, too. The key in an address is good for a cookie.
/// </summary>
public sealed class MailboxVisitors(SignedCookies cookies, IOptions<MailOptions> options)
{
    /// <summary>The parameter that carries the key.</summary>
    public const string Key = "key";

    const string Cookie = "ilnp-mailbox";
    const string Purpose = "mailbox";
    const string Reader = "reader";

    static readonly TimeSpan Life = TimeSpan.FromDays(1);

    /// <summary>Only where mail does not leave the machine.</summary>
    public async Task<bool> MayReadAsync(HttpRequest request) =>
        options.Value is { Sender: MailSenders.Mailbox, MailboxKey: not null }
            && await cookies.ReadAsync(request, Cookie, Purpose) is [Reader];

    /// <summary>True when the address carries the key.</summary>
    public bool Welcome(HttpRequest request)
    {
        if (options.Value is not { Sender: MailSenders.Mailbox, MailboxKey: { } key } || request.Query[Key] is not [{ } shown])
            return false;
        if (!CryptographicOperations.FixedTimeEquals(
            SHA256.HashData(Encoding.UTF8.GetBytes(shown)), SHA256.HashData(Encoding.UTF8.GetBytes(key))))
            return false;
        cookies.Write(request.HttpContext.Response, Cookie, Purpose, Life, Reader);
        return true;
    }
}
