using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ilnp.Programme;

/// <summary>
/// A cohort as its committee describes it in one settings file. Read once at the cohort's start: a later change of the
/// file cannot alter a running cohort. Its committee, the days that are still to come and meetings of everybody are changed by the
/// committee's own pages, and read anew by every step.
/// </summary>
public sealed record CohortSettings
{
    /// <summary>Lower-case letters, digits and hyphens; part of addresses and instance ids.</summary>
    public required string Id { get; init; }

    /// <summary>As people read it, for instance in a mail's subject.</summary>
    public required string Name { get; init; }

    /// <summary>What mails' subjects call it, where the name is long; the name when it is not set.</summary>
    public string? ShortName { get; init; }

    /// <summary>IANA name of the zone that the dates are in.</summary>
    public required string TimeZone { get; init; }

    public required CohortDates Dates { get; init; }

    /// <summary>Pairs to form; liaisons' loads may allow fewer.</summary>
    public required int CapacityPairs { get; init; }

    /// <summary>No country has more than this share of those accepted, in percent.</summary>
    public int CountryCapPercent { get; init; } = 20;

    /// <summary>Languages of mails and pages, ISO 639-1; the first serves people who use none of them.</summary>
    public IReadOnlyList<string> Languages { get; init; } = ["en"];

    public required IReadOnlyList<CommitteeMember> Committee { get; init; }

    /// <summary>Who was in the committee and has left it while the cohort runs; no settings file has them.</summary>
    public IReadOnlyList<FormerMember> FormerCommittee { get; init; } = [];

    /// <summary>Meetings of everybody that a lead has invited to while the cohort runs; no settings file has them.</summary>
    public IReadOnlyList<WholeMeeting> Meetings { get; init; } = [];

    public AvailabilitySettings Availability { get; init; } = new();

    public CareSettings Care { get; init; } = new();

    /// <summary>What the committee set of single steps, by section; each step reads its own by <see cref="Of{T}"/>.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement> Sections { get; init; } = [];

    /// <summary>A step's settings; its defaults where the file has none.</summary>
    public T Of<T>() where T : IStepSettings, new() => Read<T>(T.Section);

    /// <summary>These settings with a step's own in place of what it had.</summary>
    public CohortSettings With<T>(T settings) where T : IStepSettings => this with
    {
        Sections = new(Sections.Where(section => !IsNamed(section, T.Section)))
        {
            [T.Section] = JsonSerializer.SerializeToElement(settings, SettingsSection.Json),
        },
    };

    /// <summary>A section, or that part of one that a type has properties for.</summary>
    internal T Read<T>(string section) where T : new() =>
        Sections.FirstOrDefault(found => IsNamed(found, section)) is { Key: not null, Value: { ValueKind: JsonValueKind.Object } given }
            ? given.Deserialize<T>(SettingsSection.Json)!
            : new();

    static bool IsNamed(KeyValuePair<string, JsonElement> section, string name) =>
        string.Equals(section.Key, name, StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Words of the committee's own that replace or add to the templates' (for instance
    /// <c>organiser</c>, <c>website</c>), in the first language.
    /// </summary>
    public IReadOnlyDictionary<string, string> Texts { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// The same in the other languages, by language; <c>programme</c> among them is the name that the programme has there.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Translations { get; init; } =
        new Dictionary<string, IReadOnlyDictionary<string, string>>();

    /// <summary>The programme's name for readers of a language.</summary>
    public string NameIn(string language) => Translation(language).GetValueOrDefault("programme") ?? Name;

    /// <summary>What subjects call the programme, for readers of a language.</summary>
    public string ShortNameIn(string language) => Translation(language).GetValueOrDefault("shortName") ?? ShortName ?? NameIn(language);

    /// <summary>The committee's words for readers of a language: where they are not translated, those of the first.</summary>
    public IReadOnlyDictionary<string, string> TextsIn(string language) =>
        Texts.Concat(Translation(language)).GroupBy(text => text.Key).ToDictionary(texts => texts.Key, texts => texts.Last().Value);

    /// <summary>A sentence or part of one in the committee's own words; null where they have it in other languages only.</summary>
    public string? Wording(string text, string language) =>
        Translation(language).GetValueOrDefault(text) ?? (language == Languages[0] ? Texts.GetValueOrDefault(text) : null);

    /// <summary>When the next cohort is, as the committee words it in the text <c>next_wave</c>.</summary>
    public string NextWave(string language) => Wording("next_wave", language) ?? Words.NextWave(language);

    IReadOnlyDictionary<string, string> Translation(string language) =>
        Translations.GetValueOrDefault(language) ?? new Dictionary<string, string>();

    /// <summary>The committee members who look after groups, in the order of the file.</summary>
    public IEnumerable<CommitteeMember> Liaisons => Committee.Where(member => member.Is(CommitteeRole.Liaison) && member.LiaisonLoad > 0);

    /// <summary>Whoever decides; validated to be at least one.</summary>
    public IEnumerable<CommitteeMember> Leads => Committee.Where(member => member.Is(CommitteeRole.Lead));

    /// <summary>Null for somebody who is not in the committee, or not any more.</summary>
    public CommitteeMember? Member(string id) => Committee.FirstOrDefault(member => member.Id == id);

    /// <summary>The name of a member or former member; the id itself for nobody of the committee.</summary>
    public string MemberName(string id) => Member(id)?.Name ?? FormerCommittee.FirstOrDefault(former => former.Id == id)?.Name ?? id;

    /// <summary>Pairs that both the committee's wish and the liaisons' loads allow.</summary>
    public int Capacity => Math.Min(CapacityPairs, Liaisons.Sum(liaison => liaison.LiaisonLoad));
}

/// <summary>The participation inquiry.</summary>
public sealed record AvailabilitySettings
{
    /// <summary>Pairs' worth of people asked beyond the chosen, so that leavers are replaced without a second inquiry.</summary>
    public int ReservePairs { get; init; } = 30;

    /// <summary>Days before the closing day on which those who have not answered are reminded.</summary>
    public IReadOnlyList<int> ReminderDays { get; init; } = [7, 2];

    /// <summary>Days to answer for somebody asked later, from the waiting list.</summary>
    public int LaterDays { get; init; } = 7;
}

/// <summary>Care for running groups.</summary>
public sealed record CareSettings
{
    /// <summary>Days between two pulse mails to a participant.</summary>
    public int PulseEveryDays { get; init; } = 14;

    /// <summary>Days after the introduction when a group is asked for the first time.</summary>
    public int FirstPulseDays { get; init; } = 7;

    /// <summary>Days after a pulse when it is counted who has answered; and the time that a liaison gets who wants to wait.</summary>
    public int SilenceDays { get; init; } = 7;

    /// <summary>Days that a silent partner, or two who wait for each other, have before the liaison is told.</summary>
    public int NudgeDays { get; init; } = 3;

    /// <summary>Days after which a group is asked again whether all is well now.</summary>
    public int FollowUpDays { get; init; } = 4;

    /// <summary>Days after which an open decision is asked for again.</summary>
    public int RemindDays { get; init; } = 3;
}
