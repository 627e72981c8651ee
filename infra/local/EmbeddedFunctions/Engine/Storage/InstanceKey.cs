using System.Security.Cryptography;
using System.Text;

namespace EmbeddedFunctions.Engine.Storage;

/// <summary>
/// An instance id as part of table keys and blob names: letters, digits and <c>-_.:@</c> stay, every other byte of its UTF-8 form
/// becomes <c>~XX</c>, and so does a dot at the end, which addresses of blobs would lose; an id that gets too long is replaced by its hash. The row itself keeps the id as it is.
/// </summary>
readonly record struct InstanceKey(string Value)
{
    /// <summary>A table key may have 512 characters; room is left for what stands around the id.</summary>
    const int Longest = 400;

    public static InstanceKey Of(string instanceId)
    {
        var encoded = Encode(instanceId);
        return new(encoded.Length <= Longest ? encoded : "~~" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(instanceId))));
    }

    public override string ToString() => Value;

    /// <summary>Which of so many buckets the instance belongs to, now and in ten years (FNV-1a).</summary>
    public int Bucket(int buckets)
    {
        var hash = 2166136261u;
        foreach (var c in Value) hash = unchecked((hash ^ c) * 16777619u);
        return (int)(hash % (uint)buckets);
    }

    static string Encode(string instanceId)
    {
        if (instanceId.All(Stays) && instanceId[^1] != '.') return instanceId;
        var encoded = new StringBuilder(instanceId.Length + 16);
        var bytes = Encoding.UTF8.GetBytes(instanceId);
        for (var i = 0; i < bytes.Length; i++)
        {
            var b = bytes[i];
            if (Stays((char)b) && !(b == '.' && i == bytes.Length - 1)) encoded.Append((char)b);
            else encoded.Append('~').Append(b.ToString("X2", null));
        }

        return encoded.ToString();
    }

    static bool Stays(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or ':' or '@';
}
