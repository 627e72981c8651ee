using System.Security.Cryptography;
using System.Text;
using Ilnp.Programme;
using Microsoft.Extensions.Options;

namespace Ilnp.Mail.Suppression;

/// <summary>
/// Stand-ins for mail addresses, where the address itself must not be kept: a hash with the deployment's identity key, the
/// same for every case of the letters and for every cohort.
/// </summary>
public sealed class AddressKeys(IOptions<IdentityOptions> options)
{
    const string Purpose = "mail address\n";

    readonly byte[] key = Convert.FromBase64String(options.Value.IdentityKey);

    /// <summary>40 hexadecimal digits.</summary>
    public string Of(string address) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(Purpose + address.Trim().ToLowerInvariant())))[..40];
}
