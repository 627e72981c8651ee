using System.Security.Cryptography;

namespace Ilnp.Tests.WholeCohort;

/// <summary>
/// Keys that are the same in all runs of tests: people's ids follow from them, and with ids the order in which they are seen.
/// </summary>
static class KnownKeys
{
    public static byte[] Root => SHA256.HashData("ilnp pilot 2020"u8);
}
