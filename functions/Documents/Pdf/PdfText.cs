using System.Globalization;
using System.Text;

namespace Ilnp.Documents.Pdf;

/// <summary>Values as a PDF file writes them (ISO 32000-1, 7.3 and 7.9).</summary>
static class PdfText
{
    /// <summary>A text in any script: UTF-16 with a byte order mark, as hexadecimal.</summary>
    public static string Of(string text) => $"<FEFF{Hex(text)}>";

    /// <summary>An ASCII text within parentheses.</summary>
    public static string Escaped(string ascii) =>
        ascii.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("(", "\\(", StringComparison.Ordinal).Replace(")", "\\)", StringComparison.Ordinal);

    public static string Hex(string text) => Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text));

    /// <summary>A moment, in UTC.</summary>
    public static string Of(DateTimeOffset moment) =>
        "(D:" + moment.UtcDateTime.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture) + "Z)";

    /// <summary>A number with at most three decimals, which is a thousandth of a point.</summary>
    public static string Of(double number) =>
        Math.Round(number, 3).ToString("0.###", CultureInfo.InvariantCulture) is var text && text == "-0" ? "0" : text;
}
