using System.Security.Cryptography;
using System.Text;
using Ilnp.Map;
using RazorSlices;

namespace Ilnp.Reports;

/// <summary>
/// The report as one HTML file that needs nothing beside it: for the board, the participants, an archive, a printer.
/// </summary>
public sealed class ReportPage(WorldMap map)
{
    static readonly string Style = ReadStyle();

    /// <summary>For whoever serves the file: only its own style, no script, nothing from elsewhere.</summary>
    public static string ContentSecurityPolicy { get; } =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'; base-uri "
            + "'none'; form-action 'none'; frame-ancestors 'none'";

    public async Task<string> RenderAsync(CohortReport report) =>
        await ReportSlice.Create(new ReportView(report, map, Style)).RenderAsync();

    static string ReadStyle()
    {
        using var reader = new StreamReader(typeof(ReportPage).Assembly.GetManifestResourceStream("Ilnp.Reports.Report.css")!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
