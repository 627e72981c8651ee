namespace Ilnp.Intake.Import;

/// <summary>How many lines of a file are UTF-8 beyond ASCII, and which are not UTF-8.</summary>
sealed record LineEncodings(int Utf8, IReadOnlySet<int> OddLines)
{
    public int Other => OddLines.Count;

    /// <summary>A line ends at a line feed or a carriage return, which are one byte and part of no other letter.</summary>
    public static LineEncodings Of(ReadOnlySpan<byte> file)
    {
        var odd = new HashSet<int>();
        var utf8 = 0;
        for (var line = 1; !file.IsEmpty; line++)
        {
            var end = file.IndexOfAny((byte)'\n', (byte)'\r');
            var next = end < 0 ? file.Length : file[end] == '\r' && end + 1 < file.Length && file[end + 1] == '\n' ? end + 2 : end + 1;
            if (!IsUtf8(file[..next])) odd.Add(line);
            else if (file[..next].ContainsAnyExceptInRange((byte)0, (byte)127)) utf8++;
            file = file[next..];
        }

        return new(utf8, odd);
    }

    static bool IsUtf8(ReadOnlySpan<byte> line) => System.Text.Unicode.Utf8.IsValid(line);
}
