using System.Globalization;
using CsvHelper.Configuration;

namespace Ilnp.Local.Running;

/// <summary>CSV files for people: cells that a spreadsheet would run as formulas, full-width signs too, are made text.</summary>
static class SafeCsv
{
    public static CsvConfiguration Configuration { get; } = new(CultureInfo.InvariantCulture)
    {
        NewLine = "\n",
        InjectionOptions = InjectionOptions.Escape,
        InjectionCharacters = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'],
    };
}
