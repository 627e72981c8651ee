namespace Ilnp.Tests.Architecture;

/// <summary>
/// How the folders of <c>functions/</c> stand on each other. A room may use the rooms of all floors below its own; rooms of
/// one floor know each other only through a door.
/// </summary>
static class House
{
    /// <summary>From the ground up.</summary>
    public static IReadOnlyList<Floor> Floors { get; } =
    [
        new("ground", "Orchestration", "Storage", "Texts", "Documents", "Map"),
        new("web", "Pages", "Forms", "Links"),
        new("words", "Programme"),
        new("mail", "Mail"),
        new("decisions", "Approvals"),
        new(
            "steps", "Announcements", "Intake", "Screening", "Matching", "Availability", "Introductions", "Prompts", "Care", "Surveys",
            "Certificates", "Reports"),
        new("whole", "Cohort", "Committee", "Operations"),
    ];

    public static IReadOnlyList<Door> Doors { get; } =
    [
        new("Storage", "Orchestration", "an outage of storage may pass by itself"),
        new("Forms", "Pages", "a form stands on a page"),
        new("Links", "Pages", "a file's address answers with the pages' headers"),
        new("Screening", "Intake", "reviews what came in"),
        new("Availability", "Matching", "groups are repaired"),
        new("Care", "Matching", "groups are repaired"),
        new("Care", "Availability", "somebody of the waiting list is asked"),
        new("Care", "Introductions", "new groups are introduced"),
        new("Certificates", "Surveys", "go to those who answered"),
        new("Reports", "Surveys", "tell what was answered"),
        new("Reports", "Intake", "tell how many applied"),
        new("Reports", "Certificates", "tell how many were issued"),
        new("Committee", "Operations", "sees what stopped"),
    ];

    /// <summary>What still leans the wrong way: to become empty, never longer.</summary>
    static readonly (string From, string To)[] Leaning = [("Programme", "Intake"), ("Programme", "Matching"), ("Matching", "Intake")];

    public static IEnumerable<string> Rooms => Floors.SelectMany(floor => floor.Rooms);

    public static bool Allows(string from, string to) =>
        from == to || LevelOf(from) > LevelOf(to) || Doors.Any(door => door.From == from && door.To == to)
        || Leaning.Contains((from, to));

    /// <summary>0 on the ground.</summary>
    public static int LevelOf(string room) =>
        Floors.Index().FirstOrDefault(floor => floor.Item.Rooms.Contains(room)) is { Item: not null } found
            ? found.Index
            : throw new KeyNotFoundException($"{room} stands on no floor: give it one in {nameof(House)}.");
}

/// <summary>Rooms that do not lean on each other.</summary>
sealed record Floor(string Name, params IReadOnlyList<string> Rooms);

/// <summary>One room of a floor may use another of the same floor.</summary>
/// <param name="From">Who uses.</param>
/// <param name="To">Who is used.</param>
/// <param name="Why">In a few words.</param>
sealed record Door(string From, string To, string Why);
