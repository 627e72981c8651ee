using System.Text;

namespace Ilnp.Programme;

/// <summary>
/// Tells one address from another in a session or a link, without naming it: what was proven is one mailbox, not who has it.
/// </summary>
public static class AddressStamp
{
    public static string Of(string address) => StableIds.Of(Encoding.UTF8.GetBytes(address.Trim().ToLowerInvariant()))[..10];
}
