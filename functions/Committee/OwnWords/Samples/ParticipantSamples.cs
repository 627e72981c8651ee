using Ilnp.Mail.OwnWords;
using static Ilnp.Committee.OwnWords.Samples.SampleValues;

namespace Ilnp.Committee.OwnWords.Samples;

/// <summary>Each mail that participants get, in each of the ways that it can take.</summary>
static class ParticipantSamples
{
    public static IEnumerable<MailSample> All =>
        [.. BeforeStart, .. Together, .. Care, .. AtTheEnd, .. LongerSamples.All, .. SecondSamples.All, .. MeetingSamples.All];

    static MailSample[] BeforeStart =>
    [
        One(
            "application-received",
            day => Of(
                ("open", true), ("deadline", day.Day(3, 31)), ("next_date", day.Day(4, 28)),
                ("updated", false), ("unclear", false), ("summary", Summary))),
        One(
            "application-received",
            day => Of(
                ("open", false), ("deadline", day.Day(3, 31)), ("next_date", day.Day(4, 28)),
                ("updated", true), ("unclear", true), ("summary", Summary))),
        One("application-ineligible", _ => Of(("reasons", new[] { "You wrote that you cannot be reached by mail once every two weeks." }))),
        One("application-change", day => Of(("url", Link("url")), ("close_date", day.Day(4, 2)), ("summary", Summary))),
        One("application-unfinished", day => Of(("url", Link("url")), ("close_date", day.Day(3, 31)))),
        One("application-kept", _ => Of()),
        One("application-withdrawn", _ => Of()),
        One("applications-joined", _ => Of(("joined", true))),
        One("applications-joined", _ => Of(("joined", false))),
        One("own-page", _ => Of(("url", Link("url")), ("shared", false))),
        One("own-page", _ => Of(("url", Link("url")), ("shared", true))),
        One("page-sent", _ => Of(("url", Link("url")), ("new_address", true))),
        One("availability", day => day.Availability(begun: false)),
        One("availability", day => day.Availability(begun: true)),
        One("availability-reminder", day => Of(("close_date", day.Day(4, 28)), ("url", Link("url")), ("last_reminder", false))),
        One("availability-reminder", day => Of(("close_date", day.Day(4, 28)), ("url", Link("url")), ("last_reminder", true))),
        One("standby", day => Of(("start_date", day.Day(5, 4)), ("begun", false))),
        One("standby", day => Of(("start_date", day.Day(5, 4)), ("begun", true))),
        One("not-chosen", _ => Of(("reason", "All people who share a language with you applied earlier."), ("next_wave", "autumn 2021"))),
        One("not-chosen", _ => Of(("reason", ""), ("next_wave", "autumn 2021"))),
        One("decision-receipt", day =>
            Of(("what", "Can you take part?"), ("change_url", Link("change_url")), ("close_date", day.Day(4, 28)), ("answers", Answers))),
        One("fresh-link", _ => Of(("url", Link("url")))),
        One("still-open", day => Of(("what", "Can you take part?"), ("close_date", day.Day(4, 30)), ("url", Link("url")))),
        One("dates-changed", day => Of(("lines", day.MovedDays))),
        One("erasing", _ => Of()),
    ];

    static MailSample[] Together =>
    [
        Several("introduction", day => day.Introduction(isTrio: false)),
        Several("introduction", day => day.Introduction(isTrio: true)),
        Several("rematch-introduction", day => day.Introduction(isTrio: false)),
        Several("rematch-introduction", day => day.Introduction(isTrio: true)),
        Several("agreed", _ => Of(("url", Link("url")), ("answers", Answers))),
        One("prompt", day => day.Prompt(1)),
        One("prompt", day => day.Prompt(2)),
        One("prompt", day => day.Prompt(4)),
        One("assignment-handed-in", day => HandedIn(day, changed: false)),
        One("assignment-handed-in", day => HandedIn(day, changed: true)),
        One("pulse", _ => Pulse(rhythm: null, tool: null)),
        One("pulse", _ => Pulse(rhythm: "every two weeks", tool: "video calls")),
    ];

    static MailSample[] Care =>
    [
        One("nudge", _ => Of(("partners", SampleValues.Members), ("url", Link("url")), ("liaison_name", Liaison))),
        One("reconnect", _ => Of(("partners", SampleValues.Members), ("liaison_name", Liaison), ("liaison_email", LiaisonEmail))),
        One("heard-silence", day => Of(("about", Partner), ("liaison_name", Liaison), ("next_date", day.Day(6, 15)))),
        One("heard-mismatch", _ => Of(("liaison_name", Liaison), ("liaison_email", LiaisonEmail))),
        One("heard-trouble", day => Of(("leads", day.Names(Liaison, Third)))),
        One("still-here", _ => Of(("partner", Partner), ("partner_email", "wang@library.example"), ("liaison_name", Liaison))),
        One("partner-answered", _ => Of(("partner", Partner), ("liaison_name", Liaison), ("liaison_email", LiaisonEmail))),
        One("partner-back", day => Of(("paused", Partner), ("until_date", day.Day(6, 15)))),
        One("partner-pauses", day => Of(("paused", Partner), ("until_date", day.Day(6, 15)), ("liaison_name", Liaison))),
        One("pause-noted", day => Of(("until_date", day.Day(6, 15)), ("partners", Partner), ("liaison_name", Liaison))),
        One("welcome-back", day => Of(("until_date", day.Day(6, 15)), ("partners", Partner), ("liaison_name", Liaison))),
        One("new-partner", _ => Of(("former", Third), ("partners", Partner), ("liaison_name", Liaison), ("liaison_email", LiaisonEmail))),
        One("going-on", _ => Of(("gone", Partner), ("partners", Third))),
        One("searching", _ => Of(("partners", Partner), ("liaison_name", Liaison), ("liaison_email", LiaisonEmail))),
        One("searching", _ => Of(("partners", null), ("liaison_name", Liaison), ("liaison_email", LiaisonEmail))),
        One(
            "trio-consent",
            day => Of(("country", "Kenya"), ("interests", "children's services"), ("url", Link("url")), ("close_date", day.Day(6, 20)))),
        One("farewell", _ => Of(("partners", Partner), ("own_word", true))),
        One("farewell", _ => Of(("partners", null), ("own_word", false))),
        One("place-kept", _ => Of(("liaison_name", Liaison), ("url", Link("url")))),
        One("pair-stays", _ => Of(("partners", Partner), ("liaison_name", Liaison), ("liaison_email", LiaisonEmail))),
        One("group-ended", _ => Of()),
    ];

    static MailSample[] AtTheEnd =>
    [
        One("mid-survey", day => Of(("close_date", day.Day(7, 15)), ("url", Link("url")))),
        One("final-survey", day => Of(("close_date", day.Day(9, 10)), ("url", Link("url")))),
        One("survey-reminder", day => Of(("close_date", day.Day(7, 15)), ("url", Link("url")), ("survey", "mid"))),
        One("survey-reminder", day => Of(("close_date", day.Day(9, 10)), ("url", Link("url")), ("survey", "final"))),
        One("certificate", _ => Of(("certificate_name", "Amina Diallo"), ("url", Link("url")), ("check_url", Link("check_url")))),
        One(
            "report",
            _ =>
                Of(
                    ("report_url", Link("report_url")),
                    ("participants", 97),
                    ("countries", 46),
                    ("satisfaction", "38 of 42 gave it 3 points or more out of 5."))),
        One("priority", _ => Of(("later", false), ("next_wave", "autumn 2021"))),
        One("priority", _ => Of(("later", true), ("next_wave", "autumn 2021"))),
        One("round-open", day => RoundOpen(day, later: false, waited: true)),
        One("round-open", day => RoundOpen(day, later: true, waited: true)),
        One("round-open", day => RoundOpen(day, later: false, waited: false)),
    ];

    static Dictionary<string, object?> RoundOpen(SampleValues day, bool later, bool waited) => Of(
        ("next_programme", "ILNP autumn 2021"), ("later", later), ("waited", waited),
        ("url", Link("url")), ("close_date", day.Day(10, 10)));

    static Dictionary<string, object?> HandedIn(SampleValues day, bool changed) => Of(
        ("author", Partner), ("task", "One small change"), ("paragraphs", new[] { "We moved the desk.", "Readers noticed." }),
        ("changed", changed), ("close_date", day.Day(9, 10)), ("url", Link("url")));

    internal static MailSample One(string template, Func<SampleValues, Dictionary<string, object?>> model) =>
        new(template, false, language => model(new(language)));

    internal static MailSample Several(string template, Func<SampleValues, Dictionary<string, object?>> model) =>
        new(template, true, language => model(new(language)));

    static Dictionary<string, object?> Pulse(string? rhythm, string? tool) => Of(
        ("partners", Partner), ("rhythm", rhythm), ("tool", tool), ("url", Link("url")), ("liaison_name", Liaison));
}
