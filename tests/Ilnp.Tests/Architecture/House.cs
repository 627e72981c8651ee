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
        new(
            "ground",
            new("Orchestration", "waiting, asking, inboxes, starting once, what is tried again"),
            new("Signals", "under which names the app traces and counts"),
            new("Storage", "tables and blobs, and what an outage of theirs means"),
            new("Usage", "how much the app ran and asked storage, and what that costs"),
            new("Privacy", "how a room says what it keeps of people, and for how long"),
            new("Texts", "words in the reader's language, dates in words"),
            new("Documents", "typesetting of PDF in every script"),
            new("Map", "the countries' outlines")),
        new(
            "web",
            new("Pages", "pages without script"),
            new("Forms", "questions, answers and what is wrong with them"),
            new("Links", "signed addresses")),
        new("words", new Room("Programme", "people, groups, cohort settings, plan, calendar, ids")),
        new(
            "outside",
            new("Mail", "why nobody gets a mail twice: the ledger; templates' rendering, senders"),
            new("Drive", "the committee's shared drive: SharePoint, OneDrive, or a folder")),
        new(
            "decisions",
            new("Approvals", "links that decide; where a late answer is decided"),
            new("Own", "everybody's own page: cards that the steps bring"),
            new("Standstill", "what was to happen while nothing ran: more time to answer, what is left out"),
            new("Rights", "what is held of somebody: shown, taken along, erased")),
        new(
            "steps",
            new("Announcements", "flyers and texts"),
            new("Intake", "applications of every form provider"),
            new("Screening", "qualifications, duplicates, the leads' review"),
            new("Matching", "pairs, proposed and repaired"),
            new("Availability", "the participation inquiry"),
            new("Introductions", "partners hear of each other"),
            new("Assignments", "small tasks that a group does together: offered, handed in, shown by the consent of all"),
            new("Prompts", "conversation topics"),
            new("Care", "pulses, silence, rematches"),
            new("Continuing", "groups that go on after the end, by the consent of all"),
            new("SecondPartners", "a second partner beside the first, by the consent of all"),
            new("Meetings", "one meeting for everybody, in two sittings"),
            new("Returning", "people of earlier cohorts come back: who is asked, with which form"),
            new("Surveys", "in the middle and at the end"),
            new("Certificates", "PDF for whoever asked"),
            new("Stories", "what participants tell others: their consent, a public page, a feed"),
            new("Reports", "page and workbook")),
        new(
            "whole",
            new("Cohort", "the lifecycle, its start, the hand-over"),
            new(
                "Committee",
                "signing in, who is in it, new cohorts, the overview, people, groups, imports, what was not understood, "
                    + "proposals, the local mailbox"),
            new("Operations", "what stopped, who is told, how it goes on")),
    ];

    public static IReadOnlyList<Door> Doors { get; } =
    [
        new("Storage", "Orchestration", "an outage may pass by itself"),
        new("Storage", "Signals", "requests are traced and counted"),
        new("Usage", "Storage", "its requests are counted; a table of days"),
        new("Usage", "Privacy", "its table holds nobody's data"),
        new("Usage", "Orchestration", "an outage may pass by itself"),
        new("Privacy", "Texts", "what is held is said in the reader's language"),
        new("Forms", "Pages", "a form stands on a page"),
        new("Links", "Pages", "files have the pages' headers"),
        new("Drive", "Mail", "signs in to Graph as mail does"),
        new("Rights", "Own", "a card of the page"),
        new("Standstill", "Approvals", "questions stay open longer"),
        new("Screening", "Intake", "reviews what came in"),
        new("Availability", "Matching", "groups are repaired"),
        new("Care", "Matching", "groups are repaired"),
        new("Introductions", "Matching", "groups are repaired"),
        new("Care", "Availability", "the waiting list is asked"),
        new("Care", "Introductions", "new groups are introduced"),
        new("Prompts", "Assignments", "a line about a joint task"),
        new("Prompts", "Introductions", "recall the rhythm agreed"),
        new("Prompts", "Surveys", "recall whether there was one half-way"),
        new("Continuing", "Prompts", "topics to talk about go on"),
        new("Continuing", "Surveys", "can be said as long as the last one is open"),
        new("Reports", "Continuing", "tell which groups go on"),
        new("Reports", "Assignments", "tell what groups did together"),
        new("SecondPartners", "Matching", "those who wish one are matched"),
        new("SecondPartners", "Care", "not where something troubles a group"),
        new("SecondPartners", "Continuing", "only where a group is together"),
        new("SecondPartners", "Introductions", "two hear of each other"),
        new("Reports", "SecondPartners", "tell how many met a second partner"),
        new("Returning", "Intake", "the form opens with the answers of before"),
        new("Certificates", "Surveys", "go to those who answered"),
        new("Reports", "Surveys", "tell what was answered"),
        new("Reports", "Care", "tell how fast there was a new partner"),
        new("Reports", "Intake", "tell how many applied"),
        new("Reports", "Certificates", "tell how many were issued"),
        new("Committee", "Cohort", "prepares and starts cohorts"),
        new("Committee", "Operations", "sees what stopped"),
    ];

    public static IEnumerable<string> Rooms => Floors.SelectMany(floor => floor.Rooms).Select(room => room.Name);

    public static bool Allows(string from, string to) =>
        from == to || LevelOf(from) > LevelOf(to) || Doors.Any(door => door.From == from && door.To == to);

    /// <summary>0 on the ground.</summary>
    public static int LevelOf(string room) =>
        Floors.Index().FirstOrDefault(floor => floor.Item.Rooms.Any(one => one.Name == room)) is { Item: not null } found
            ? found.Index
            : throw new KeyNotFoundException($"{room} stands on no floor: give it one in {nameof(House)}.");
}

/// <summary>Rooms that do not lean on each other.</summary>
sealed record Floor(string Name, params IReadOnlyList<Room> Rooms);

/// <summary>A folder of <c>functions/</c>.</summary>
/// <param name="Name">The folder's.</param>
/// <param name="What">What somebody finds there.</param>
sealed record Room(string Name, string What);

/// <summary>One room of a floor may use another of the same floor.</summary>
/// <param name="From">Who uses.</param>
/// <param name="To">Who is used.</param>
/// <param name="Why">In a few words.</param>
sealed record Door(string From, string To, string Why);
