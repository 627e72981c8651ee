using System.Text;

namespace Ilnp.Tests.Architecture;

/// <summary>The house as the README shows it: a picture of floors and doors, and what is in each room.</summary>
static class HousePicture
{
    const string Begin = "<!-- house: drawn by tests/Ilnp.Tests/Architecture -->\n";
    const string End = "<!-- /house -->\n";

    static readonly string Readme = Path.Combine(SourceFiles.Repository, "README.md");

    public static string InReadme()
    {
        var text = File.ReadAllText(Readme);
        return text[(text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length)..text.IndexOf(End, StringComparison.Ordinal)];
    }

    public static void Redraw()
    {
        var text = File.ReadAllText(Readme);
        File.WriteAllText(Readme, text.Replace(Begin + InReadme() + End, Begin + Draw() + End, StringComparison.Ordinal));
    }

    public static string Draw()
    {
        var picture = new StringBuilder("```mermaid\nflowchart TB\n");
        foreach (var floor in House.Floors.Reverse())
            picture.Append($"  subgraph {floor.Name}\n    direction LR\n    {string.Join(" ~~~ ", floor.Rooms.Select(room => room.Name))}\n  end\n");
        foreach (var (below, above) in House.Floors.Zip(House.Floors.Skip(1))) picture.Append($"  {above.Name} --> {below.Name}\n");
        foreach (var door in House.Doors) picture.Append($"  {door.From} -. {door.Why} .-> {door.To}\n");
        picture.Append("```\n\n| floor | folder of `functions/` | what it is |\n|---|---|---|\n");
        foreach (var floor in House.Floors.Reverse())
            foreach (var room in floor.Rooms) picture.Append($"| {floor.Name} | `{room.Name}/` | {room.What} |\n");
        return picture.ToString();
    }
}
