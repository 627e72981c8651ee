namespace Ilnp.Tests.Architecture;

/// <summary>How the rooms of <c>functions/Matching/</c> stand on each other, and what the pure ones may use from outside.</summary>
static class MatchingRooms
{
    public const string Root = "Ilnp.Matching.";

    /// <summary>
    /// From the ground up; rooms of one floor do not know each other. The durable step, in the folder itself, stands on all of them.
    /// </summary>
    public static IReadOnlyList<IReadOnlyList<string>> Floors { get; } =
        [["Solver"], ["Problem"], ["Scoring"], ["Choice"], ["Proposing"], ["Repairing", "Wishes", "Comparison", "Picture"], [Step]];

    public const string Step = "";

    /// <summary>What a pure room may use of the app besides: words and records, nothing that reads or writes.</summary>
    public static IReadOnlyList<string> Words { get; } =
        ["Ilnp.Programme.Reasons.", "Ilnp.Programme.Words", "Ilnp.Programme.Person", "Ilnp.Programme.Group", "Ilnp.Map."];

    public static string RoomOf(string type) => type[Root.Length..].Split('.') is [var room, _, ..] ? room : Step;

    public static bool Allows(string from, string to) => from == to || LevelOf(from) > LevelOf(to);

    static int LevelOf(string room) =>
        Floors.Index().FirstOrDefault(floor => floor.Item.Contains(room)) is { Item: not null } found
            ? found.Index
            : throw new KeyNotFoundException($"{room} stands on no floor of the matching: give it one in {nameof(MatchingRooms)}.");
}
