using System.Globalization;
using CsvHelper.Configuration;

namespace Ilnp.Storage;

/// <summary>CSV files for people: cells that a spreadsheet would run as formulas, full-width signs too, are made text.</summary>
public static class SafeCsv
{
    public static CsvConfiguration Configuration { get; } = new(CultureInfo.InvariantCulture)
    {
        NewLine = "\n",
        InjectionOptions = InjectionOptions.Escape,
        InjectionCharacters = [.. SpreadsheetText.FormulaSigns],
    };
}
