using System.Text;

namespace Ilnp.Intake.Providers;

/// <summary>
/// Bytes to text where the encoding is not certain: UTF-16 by its mark, else UTF-8, with single bytes that are not UTF-8
/// read as Windows-1252. Files put together from several sources have both, line by line or even within one.
/// </summary>
public static class TextBytes
{
    static readonly Encoding Strict = new UTF8Encoding(false, throwOnInvalidBytes: true);
    static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>The text, without byte order marks.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes) => Decode(bytes, out _);

    /// <summary>The text, without byte order marks, and whether bytes had to be read as Windows-1252.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes, out bool mixed)
    {
        mixed = false;
        if (Utf16(bytes) is { } wide) return wide.GetString(bytes).Replace("\uFEFF", "", StringComparison.Ordinal);
        var text = new StringBuilder(bytes.Length);
        while (!bytes.IsEmpty)
        {
            var valid = ValidLength(bytes);
            text.Append(Strict.GetString(bytes[..valid]));
            bytes = bytes[valid..];
            if (bytes.IsEmpty) break;
            text.Append(Windows1252.GetString(bytes[..1]));
            bytes = bytes[1..];
            mixed = true;
        }

        return text.Replace("\uFEFF", "").ToString();
    }

    /// <summary>Text that was UTF-8 once and was read as Windows-1252 on its way, <c>JosÃ©</c> for José; null when it was not.</summary>
    public static string? Repair(string text)
    {
        if (text.All(char.IsAscii)) return null;
        var bytes = Windows1252.GetBytes(text);
        if (Windows1252.GetString(bytes) != text || ValidLength(bytes) != bytes.Length) return null;
        return Strict.GetString(bytes);
    }

    static int ValidLength(ReadOnlySpan<byte> bytes)
    {
        var length = 0;
        while (length < bytes.Length && Rune.DecodeFromUtf8(bytes[length..], out _, out var used) == System.Buffers.OperationStatus.Done)
            length += used;
        return length;
    }

    /// <summary>By the byte order mark, or by the zero beside the first letter.</summary>
    static Encoding? Utf16(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xFF, 0xFE, ..] => Encoding.Unicode,
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
        [not 0, 0, not 0, 0, ..] => Encoding.Unicode,
        [0, not 0, 0, not 0, ..] => Encoding.BigEndianUnicode,
        _ => null,
    };
}
