using System.Buffers;
using System.Text;

namespace Ilnp.Intake.Import;

/// <summary>
/// Evidence of UTF-7, which looks like plain text: names in it would be taken as they stand, <c>M+APw-ller</c>. It is not read, since
/// what somebody wrote behind a plus sign cannot be told from it for sure.
/// </summary>
static class SevenBitText
{
    /// <summary>A letter beyond ASCII takes three signs at least.</summary>
    const int Shortest = 3;

    static readonly SearchValues<byte> Base64 =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"u8);

    /// <summary>Whether letters beyond ASCII, or the sign @, are written so.</summary>
    public static bool Is(ReadOnlySpan<byte> file)
    {
        if (!Ascii.IsValid(file)) return false;
        var blocks = new HashSet<string>();
        while (file.IndexOf((byte)'+') is >= 0 and var plus)
        {
            file = file[(plus + 1)..];
            var length = file.IndexOfAnyExcept(Base64) is >= 0 and var end ? end : file.Length;
            if (length >= Shortest && Encoding.ASCII.GetString(file[..length]) is var block && IsOfLetters(block)) blocks.Add(block);
            file = file[length..];
            if (blocks.Count > 1 || blocks.Any(one => one == "AEA" || !one.All(char.IsAsciiLetterUpper))) return true;
        }

        return false; // "REST+API-based" alone is no evidence.
    }

    /// <summary>Words such as "teaching+research-led" are letters of some script by chance: the encoding has capitals in between.</summary>
    static bool IsOfLetters(string block) =>
        block.Skip(1).Any(char.IsAsciiLetterUpper) && Units(block) is { } text
            && text.EnumerateRunes().All(rune => rune.Value == '@' || (rune.Value > 0x7F && Rune.IsLetter(rune)));

    /// <summary>The text of a block; null when it is none: it has whole units of UTF-16, and nothing but zeros after them.</summary>
    static string? Units(string block)
    {
        if (block.Length % 4 == 1) return null;
        var bytes = Convert.FromBase64String(block.PadRight((block.Length + 3) / 4 * 4, '='));
        var isWhole = Convert.ToBase64String(bytes).TrimEnd('=') == block && (bytes.Length % 2 == 0 || bytes[^1] == 0);
        return isWhole ? Encoding.BigEndianUnicode.GetString(bytes, 0, bytes.Length / 2 * 2) : null;
    }
}
