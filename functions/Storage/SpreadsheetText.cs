namespace Ilnp.Storage;

/// <summary>Text from outside in a spreadsheet's cell: shown, never computed.</summary>
public static class SpreadsheetText
{
    /// <summary>
    /// The text as a CSV or XLSX cell may carry it: one that a spreadsheet would take for a formula (it begins with
    /// <c>= + - @</c>, a tab or a line break) gets an apostrophe in front, which spreadsheets show as plain text.
    /// </summary>
    public static string Safe(string? text) => text switch
    {
        null => "",
        ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠', ..] => "'" + text,
        _ => text,
    };
}
