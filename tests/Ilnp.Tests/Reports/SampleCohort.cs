using Ilnp.Map;
using Ilnp.Programme;
using Ilnp.Reports;
using Ilnp.Surveys;
using Ilnp.Tests.Texts;
using Ilnp.Texts;
using Ilnp.Usage.Cost;

namespace Ilnp.Tests.Reports;

/// <summary>
/// A cohort of the pilot's size and results (488 submissions, 70 countries, 47 pairs and a trio, 53 and 42 answers), invented people.
/// </summary>
static class SampleCohort
{
    public static readonly PageTexts Texts = AppTexts.Shelf.In("en");
    public static readonly WorldMap Map = WorldMap.Load();

    static readonly string[] Interests = ["metadata", "management", "open access", "emerging technologies", "public libraries", "archives"];

    public static CohortSettings Settings { get; } = new()
    {
        Id = "2020-spring",
        Name = "International Librarians Networking Program, Spring–Summer 2020",
        TimeZone = "America/Chicago",
        Dates = new()
        {
            Announce = new(2020, 3, 2),
            ApplicationsClose = new(2020, 3, 31),
            AskAvailability = new(2020, 4, 6),
            AvailabilityCloses = new(2020, 4, 17),
            Introduce = new(2020, 5, 1),
            MidSurvey = new(2020, 7, 1),
        },
        CapacityPairs = 50,
        Committee = [new()
        {
            Id = "lead",
            Name = "Delin Moreau",
            Email = "lead@committee.example",
            Roles = [CommitteeRole.Lead, CommitteeRole.Liaison],
            LiaisonLoad = 50,
        }],
        Texts = new Dictionary<string, string> { ["organiser"] = "International Relations Round Table" },
    };

    public static ReportFacts Empty { get; } = new() { Cohort = Settings, AsOf = new(2020, 9, 5), People = [], Groups = [] };

    public static CohortReport Report(ReportFacts facts) => ReportRules.Compute(facts, Texts, Map.NameOf);

    public static ReportFacts Pilot() => new()
    {
        Cohort = Settings,
        AsOf = new(2020, 9, 5),
        People = [.. Enumerable.Range(0, 470).Select(i => Person(i, Countries[i % 70], StandingOf(i)))],
        Groups =
        [
            .. Enumerable.Range(0, 48)
                .Select(i => Group(i, i < 47 ? [Id(2 * i), Id(2 * i + 1)] : [Id(94), Id(95), Id(96)], round: i < 44 ? 1 : 2)),
            Group(48, [Id(1), Id(97)], round: 1) with { Status = GroupStatus.Dissolved },
        ],
        Submissions = 488,
        Waiting = 300,
        MidSurvey = new(97, [.. Enumerable.Range(0, 53).Select(Mid)]),
        FinalSurvey = new(97, [.. Enumerable.Range(0, 42).Select(Final)]),
        MailsByTemplate = new Dictionary<string, int> { ["introduction"] = 97, ["application-received"] = 488, ["prompt-1"] = 97 },
        Certificates = 31,
        Cost = CostFigures.Of(
            new(2020, 3, 2),
            new(
                488,
                2964,
                188,
                new(Turns: 9000, Activities: 10_500, Others: 2075, TableRequests: 34_000, BlobRequests: 3613),
                BlobBytes: 32_000_000),
            new(Turn: new(6, 2, 0), Activity: new(0, 4, 0), IdleHour: new(720, 720, 120)), PriceTable.Shipped),
    };

    public static Person Person(int i, string country, Standing standing) => new()
    {
        CohortId = Settings.Id,
        PersonId = Id(i),
        Name = i == 0 ? "Zoë <b>Muñoz</b>" : i == 1 ? "王晓明" : $"Person {i}",
        Email = $"person{i}@library.example",
        Country = country,
        MailLanguage = "en",
        FirstAppliedAt = new(2020, 3, 5, 0, 0, 0, TimeSpan.Zero),
        Standing = standing,
        Interests = [Interests[i * i % 6]],
    };

    /// <summary>Every third country of the map.</summary>
    static string[] Countries { get; } =
        [.. Map.Countries.Where(country => country.X is not null).Select(country => country.Code)
            .Order(StringComparer.Ordinal).Where((_, i) => i % 3 == 0).Take(70)];

    static string Id(int i) => $"P{i:D4}";

    static Standing StandingOf(int i) => i switch
    {
        < 97 => Standing.Active,
        < 144 => Standing.Available,
        < 150 => Standing.Declined,
        < 160 => Standing.Silent,
        < 460 => Standing.Eligible,
        _ => Standing.Ineligible,
    };

    static Group Group(int i, string[] members, int round) => new()
    {
        CohortId = Settings.Id,
        GroupId = $"G{i + 1:D3}",
        Members = members,
        Status = GroupStatus.Completed,
        LiaisonId = "lead",
        Round = round,
        Reasons = [new("commonLanguage", ["en"]), new("firstInterest", ["metadata"])],
        FormedAt = new(2020, 5, 1, 0, 0, 0, TimeSpan.Zero),
    };

    static SurveyReply Reply(int person, params (string Question, string[] Values)[] answers) =>
        new(Id(person), answers.ToDictionary(answer => answer.Question, answer => (IReadOnlyList<string>)answer.Values));

    static SurveyReply Mid(int i) => Reply(
        i,
        ("q2", [i < 50 ? "yes" : "no"]),
        ("q4", [i < 50 ? "yes" : "no"]),
        ("q5", [i < 10 ? "weekly" : i < 18 ? "fortnightly" : i < 30 ? "monthly" : i < 45 ? "not-often" : "other"]),
        ("q6", i % 3 == 0 ? ["email", "video"] : ["email"]),
        ("q7", [i < 40 ? "yes" : "no"]),
        ("q8", [i < 47 ? "yes" : "no"]),
        ("q9", [WordsOf(i)]),
        (
            SurveyConsent.Key,
            [i switch { 0 => "yes", 1 => "anonymous", 2 => "no", _ => (i % 8) switch { 0 => "yes", 1 => "anonymous", _ => "no" } }]),
        ("q11-email", [$"person{i}@library.example"]));

    static string WordsOf(int i) => i switch
    {
        0 => "=HYPERLINK(\"http://evil.example\") It is great. Write to zoe@library.example!",
        1 => "很好，我学到了很多。",
        2 => "This must stay private",
        _ => $"What we wrote to each other in week {i} changed how I look at my own library, its readers and its budget.",
    };

    static SurveyReply Final(int i) => Reply(
        i,
        ("q1", [i < 40 ? "yes" : "no"]),
        ("q2", [i < 41 ? "yes" : "no"]),
        ("q5", [i == 2 ? "Also private" : $"How libraries differ ({i})"]),
        ("q7", [i < 4 ? "2" : i < 12 ? "3" : i < 25 ? "4" : "5"]),
        ("q8", ["yes"]),
        (SurveyConsent.Key, [i == 2 ? "no" : i % 2 == 0 ? "yes" : "anonymous"]),
        ("q9-name", [$"Certificate Name {i}"]),
        ("q9-email", [$"other{i}@library.example"]));
}
