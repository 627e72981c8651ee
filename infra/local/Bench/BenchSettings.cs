using System.Security.Cryptography;
using FunctionsHost.Settings;

namespace Ilnp.Local.Bench;

/// <summary>What every measurement of the app's parts tells it: keys that are good for nothing else.</summary>
static class BenchSettings
{
    public static byte[] IdentityKey { get; } = SHA256.HashData("bench"u8);

    public static Dictionary<string, string?> Over(string storage) => new()
    {
        [HostSettings.Storage] = storage,
        ["Web:PublicUrl"] = "http://localhost:7071",
        ["Approvals:SigningKeys:bench"] = Convert.ToBase64String(SHA256.HashData("links"u8)),
        ["Approvals:CurrentKey"] = "bench",
        ["Intake:IdentityKey"] = Convert.ToBase64String(IdentityKey),
    };
}
