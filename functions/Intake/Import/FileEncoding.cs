using System.Text;
using Ilnp.Intake.Providers;

namespace Ilnp.Intake.Import;

/// <summary>
/// The encoding of an uploaded file, by evidence: marks first, then whether all of it is UTF-8, then which older encoding gives words
/// as people write them and names that are known. Where that leaves more than one the file is refused, since garbled people could
/// not be told from others afterwards.
/// </summary>
static class FileEncoding
{
    /// <summary>Bytes that are looked at to find the encoding.</summary>
    const int Sample = 512 * 1024;

    static readonly Encoding Strict = new UTF8Encoding(false, throwOnInvalidBytes: true);

    /// <summary>
    /// Windows', then Apple's, Russian, Greek and ISO ones, and the four of East Asia: those that spreadsheets still write.
    /// </summary>
    static readonly int[] CodePages =
        [
            1252, 1250, 1251, 1253, 1254, 1255, 1256, 1257, 1258, 874, 10000, 10029, 10007, 10006, 10081,
            20866, 21866, 28592, 28595, 28596, 28597, 28605, 850, 852, 866, 932, 51932, 936, 54936, 950, 949,
        ];

    /// <summary>The text, or why it is not read.</summary>
    public static DecodedFile Decode(byte[] file)
    {
        if (Marked(file) is { } marked) return new(WithoutMarks(marked.GetString(file)));
        if (Wide(file) is { } wide) return new(WithoutMarks(wide.GetString(file)));
        if (file.AsSpan().IndexOf("\u001b$"u8) >= 0) return new(CodePagesEncodingProvider.Instance.GetEncoding(50220)!.GetString(file));
        if (SevenBitText.Is(file)) return new("") { Refusal = Unsure };
        var lines = LineEncodings.Of(file);
        if (lines.Other == 0 || lines.Utf8 * 4 >= lines.Other) return Mixed(file, lines);
        return ByEvidence(file) is { } page
            ? new(Page(page).GetString(file))
            {
                Note = $"The file is not in UTF-8. It was read as {Page(page).WebName}, by the words in it: look at names and accents.",
            }
            : new("")
            {
                Refusal = Unsure,
            };
    }

    const string Unsure =
        "The file is in a character encoding that cannot be told for sure, and names would be garbled: open it where they "
            + "look right, save it as .xlsx or as “CSV UTF-8” (a file type of its own under “Save as”), and choose that file.";

    static DecodedFile Mixed(byte[] file, LineEncodings lines) =>
        new(TextBytes.Decode(file)) { OddLines = lines.Other == 0 ? new HashSet<int>() : lines.OddLines };

    /// <summary>The code page whose reading has the fewest impossible words, and of those the most known ones; then the most of the
    /// languages that its lines name. Null when two are as good and differ, and when no word speaks for a reading in another alphabet:
    /// any bytes are letters of some.</summary>
    static int? ByEvidence(byte[] file)
    {
        var sample = file.Length <= Sample ? file : file[..(Array.LastIndexOf(file, (byte)'\n', Sample) is > 0 and var end ? end : Sample)];
        var readings = CodePages.Select(page => (Page: page, Text: Read(page, sample))).Where(reading => reading.Text is not null)
            .Select(reading => (reading.Page, Text: reading.Text!, Evidence: EncodingEvidence.Of(reading.Text!)))
            .Where(reading => reading.Evidence.IsPlausible).ToList();
        if (readings.Count == 0) return null;
        var most = readings.Max(reading => reading.Evidence.Known);
        var best = readings.Where(reading => reading.Evidence.Known == most).Select(reading => (reading.Page, reading.Text)).ToList();
        var isSure = most > 0 || !readings.Exists(reading => LetterRules.IsBeyondLatin(reading.Text));
        return isSure && best.DistinctBy(reading => reading.Text).Count() == 1 ? best[0].Page : BySpeakers(best);
    }

    /// <summary>
    /// Of readings that are as good otherwise, the one in which most words are of a language that their
    /// line names; null when that decides nothing.
    /// </summary>
    static int? BySpeakers(List<(int Page, string Text)> readings)
    {
        var counted = readings.Where(reading => !LetterRules.IsBeyondLatin(reading.Text)).GroupBy(reading => reading.Text)
            .Select(same => (same.First().Page, Words: SpeakerEvidence.Count(same.Key)))
            .OrderByDescending(reading => reading.Words).ToList();
        return counted is [{ Words: > 0 } first, .. var others] && others.TrueForAll(other => other.Words < first.Words)
            ? first.Page
            : null;
    }

    static string? Read(int page, byte[] bytes)
    {
        try
        {
            return Page(page).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null; // Bytes that this encoding has not: it is another.
        }
    }

    static Encoding Page(int page) =>
        CodePagesEncodingProvider.Instance.GetEncoding(page, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    static Encoding? Marked(byte[] file) => file switch
    {
        [0xEF, 0xBB, 0xBF, ..] => Valid(file) ? Encoding.UTF8 : null,
        [0xFF, 0xFE, 0, 0, ..] => Encoding.UTF32,
        [0xFF, 0xFE, ..] => Encoding.Unicode,
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
        _ => null,
    };

    /// <summary>UTF-16 without a mark: line ends and separators have a zero byte beside them, always on the same side.</summary>
    static Encoding? Wide(byte[] file)
    {
        var sample = file.AsSpan(0, Math.Min(file.Length, 8192));
        int even = 0, odd = 0;
        for (var i = 0; i < sample.Length; i++)
            if (sample[i] == 0) _ = i % 2 == 0 ? even++ : odd++;
        if (even + odd < sample.Length / 20) return null;
        return odd > even * 10 ? Encoding.Unicode : even > odd * 10 ? Encoding.BigEndianUnicode : null;
    }

    static bool Valid(byte[] file)
    {
        try
        {
            Strict.GetCharCount(file);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    static string WithoutMarks(string text) => text.Replace("\uFEFF", "", StringComparison.Ordinal);
}
