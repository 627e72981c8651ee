using System.Security.Cryptography;
using System.Text;

namespace EmbeddedFunctions.Engine.Orchestrations;

/// <summary>GUIDs that follow from a name (RFC 9562, version 5).</summary>
static class NameBasedGuid
{
    static readonly Guid Space = new("6f2d1f0a-0b53-4c35-9d0e-3f6a4b1c7e21");

    public static Guid Of(string name)
    {
        byte[] bytes = [.. Space.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(name)];
#pragma warning disable CA5350 // the format asks for SHA-1; nothing is secured by it
        var hash = SHA1.HashData(bytes).AsSpan(0, 16);
#pragma warning restore CA5350
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash, bigEndian: true);
    }
}
