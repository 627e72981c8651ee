using Ilnp.Intake.Providers;

namespace Ilnp.Intake.Import;

/// <summary>A file's text, and which of its lines (from 1) were in another encoding than the rest.</summary>
sealed record ExportText(string Text, IReadOnlySet<int> MixedLines)
{
    public static ExportText Decode(byte[] file)
    {
        var whole = TextBytes.Decode(file, out var mixed);
        return new(whole, mixed ? Mixed(file) : new HashSet<int>());
    }

    /// <summary>A line feed is one byte in both encodings, and part of no other letter.</summary>
    static HashSet<int> Mixed(byte[] file)
    {
        var lines = new HashSet<int>();
        var start = 0;
        for (var line = 1; start < file.Length; line++)
        {
            var end = Array.IndexOf(file, (byte)'\n', start) is >= 0 and var feed ? feed + 1 : file.Length;
            TextBytes.Decode(file.AsSpan(start, end - start), out var mixed);
            if (mixed) lines.Add(line);
            start = end;
        }

        return lines;
    }
}
