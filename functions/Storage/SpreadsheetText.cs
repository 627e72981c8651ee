namespace Ilnp.Storage;

/// <summary>Text from outside in a spreadsheet's cell: shown, never computed.</summary>
public static class SpreadsheetText
{
    /// <summary>What a formula begins with, full-width signs too.</summary>
    public const string FormulaSigns = "=+-@\t\r\n＝＋－＠";

    /// <summary>
    /// The text as a CSV or XLSX cell may carry it: one that a spreadsheet would take for a formula (it begins with
    /// <c>= + - @</c>, a tab or a line break) gets an apostrophe in front, which spreadsheets show as plain text.
    /// </summary>
    public static string Safe(string? text) => text switch
    {
        null => "",
        [var first, ..] when FormulaSigns.Contains(first, StringComparison.Ordinal) => "'" + text,
        _ => text,
    };
}
