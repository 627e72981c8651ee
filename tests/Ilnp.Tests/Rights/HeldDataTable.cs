using System.Text;
using Ilnp.Local.Running;
using Ilnp.Privacy;
using Ilnp.Tests.Architecture;
using Ilnp.Tests.Texts;

namespace Ilnp.Tests.Rights;

/// <summary>The registry of personal data as the README shows it.</summary>
static class HeldDataTable
{
    static readonly ReadmePart Part = new("<!-- personal data: drawn by tests/Ilnp.Tests/Rights -->\n", "<!-- /personal data -->\n");

    public static string InReadme() => Part.Read();

    public static void Redraw() => Part.Write(Draw());

    public static string Draw()
    {
        var words = AppTexts.In("en");
        var table = new StringBuilder("| what | where | how long, and what is left after erasure |\n|---|---|---|\n");
        foreach (var kind in AppParts.Of<HeldData>().OrderByDescending(kind => kind.Turn))
            table.Append(
                $"| {words[$"privacy.{kind.Name}.title"]} | {string.Join(", ", kind.Places.Select(Code))} | "
                    + $"{words[$"privacy.{kind.Name}.kept"]} |\n");
        table.Append("\nFree of applicants' and participants' data:\n\n| where | what is there |\n|---|---|\n");
        foreach (var free in AppParts.Of<FreeOfPersonalData>().OrderBy(free => free.Place, StringComparer.Ordinal))
            table.Append($"| {Code(free.Place)} | {free.Why} |\n");
        return table.ToString();
    }

    static string Code(string place) => place.Split(' ') is [var kind, var name] ? $"{kind} `{name}`" : place;
}
