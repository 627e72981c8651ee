using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Ilnp.Local.Texts;

/// <summary>A text for participants in English and in another language: of a page, a whole mail, or half a conversation topic.</summary>
/// <param name="File">Below <c>functions/</c>, with slashes.</param>
/// <param name="Key">In the file; empty for a mail, which is all of it.</param>
/// <param name="English">As the English file has it.</param>
/// <param name="Text">As the language's file has it.</param>
sealed partial record Wording(string File, string Key, string English, string Text)
{
    public bool IsMail => Key.Length == 0;

    /// <summary>For messages.</summary>
    public string Where => IsMail ? File : $"{File}: {Key}";

    /// <summary>Tells by both texts whether somebody has read just these.</summary>
    public string Fingerprint => FingerprintOf(English, Text);

    public static string FingerprintOf(string english, string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{english}\n\n{text}")))[..16];

    /// <summary>The words alone: without facts, code, addresses of links, names of heads and what plurals are made with.</summary>
    public static string Words(string text) => Branch.Replace(Machinery.Replace(text, match => match.Groups["words"].Value), "");

    [GeneratedRegex(
        """\{\{[^}]*?count "(?<words>[^"]*)".*?\}\}|\{\{.*?\}\}|\{[a-z_0-9:]+\}|\{[a-z_0-9]+, plural,|\]\([^)]*\)|^[a-z]+: """,
        RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Machinery { get; }

    [GeneratedRegex(@"\b(?:zero|one|two|few|many|other)(?= ?\{)")]
    private static partial Regex Branch { get; }
}
