using System.Text;

namespace Ilnp.Tests.Architecture;

/// <summary>The house as the README shows it: a picture of floors and doors, and what is in each room.</summary>
static class HousePicture
{
    static readonly ReadmePart Part = new("<!-- house: drawn by tests/Ilnp.Tests/Architecture -->\n", "<!-- /house -->\n");

    public static string InReadme() => Part.Read();

    public static void Redraw() => Part.Write(Draw());

    public static string Draw()
    {
        var picture = new StringBuilder("```mermaid\nflowchart TB\n");
        foreach (var floor in House.Floors.Reverse())
            picture.Append(
                $"  subgraph {floor.Name}\n    direction LR\n    {string.Join(" ~~~ ", floor.Rooms.Select(room => room.Name))}\n  end\n");
        foreach (var (below, above) in House.Floors.Zip(House.Floors.Skip(1))) picture.Append($"  {above.Name} --> {below.Name}\n");
        foreach (var door in House.Doors) picture.Append($"  {door.From} -. {door.Why} .-> {door.To}\n");
        picture.Append("```\n\n| floor | folder of `functions/` | what it is |\n|---|---|---|\n");
        foreach (var floor in House.Floors.Reverse())
            foreach (var room in floor.Rooms) picture.Append($"| {floor.Name} | `{room.Name}/` | {room.What} |\n");
        return picture.ToString();
    }
}
