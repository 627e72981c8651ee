using Ilnp.Mail;
using Ilnp.Programme;

namespace Ilnp.Tests.Mail;

/// <summary>A cohort and a model for each template, as the programme's steps give them.</summary>
static class SampleMail
{
    static readonly Uri Link = new("https://ilnp.example.org/d/eyJrIjoiMSJ9.c2lnbmF0dXJl");

    public static CohortSettings Cohort(string id = "spring-2020") => new()
    {
        Id = id,
        Name = "ILNP Spring 2020",
        TimeZone = "Europe/London",
        CapacityPairs = 25,
        Dates = new()
        {
            Announce = new(2020, 3, 2),
            ApplicationsClose = new(2020, 3, 31),
            AskAvailability = new(2020, 4, 14),
            AvailabilityCloses = new(2020, 4, 28),
            Introduce = new(2020, 5, 4),
            MidSurvey = new(2020, 7, 1),
        },
        Committee = [new()
        {
            Id = "lead",
            Name = "Ada Lead",
            Email = "ada@example.org",
            Roles = [CommitteeRole.Lead, CommitteeRole.Liaison],
            LiaisonLoad = 30,
        }],
    };

    public static MailMessage Of(
        string template, string cohort = "spring-2020", string person = "P1", string occurrence = "1", string language = "en") => new()
        {
            Key = new(cohort, template, occurrence, person),
            Template = template,
            Language = language,
            To = new("María José Núñez", "maria@example.org"),
            ReplyTo = new("Ada Lead", "ada@example.org"),
            Model = Models[template],
        };

    static readonly object[] Members =
    [
        new Dictionary<string, object?> { ["name"] = "María José Núñez", ["email"] = "maria@example.org", ["country"] = "Chile" },
        new Dictionary<string, object?> { ["name"] = "李晓明", ["email"] = "li@example.cn", ["country"] = "China" },
    ];

    static readonly object[] DayLines =
        [new Dictionary<string, object?>
        {
            ["what"] = "Last moment to apply",
            ["new_date"] = "Tuesday, 7 April 2020",
            ["old_date"] = "Tuesday, 31 March 2020",
        }];

    static readonly Dictionary<string, object?> CommitteeChange = new()
    {
        ["who"] = "Ben Liaison",
        ["by"] = "Ada Lead",
        ["lines"] = new[] { "Roles: lead, liaison instead of liaison" },
        ["roles"] = new[] { "Lead: approves, hears of everything" },
        ["moved"] = 2,
        ["receivers"] = "Zoë Müller",
        ["leads"] = "Ada Lead (ada@example.org)",
        ["address"] = "ben.new@example.org",
        ["new_address"] = true,
        ["questions"] = new object[] { new Dictionary<string, object?> { ["what"] = "One person, or two?", ["url"] = Link } },
        ["sign_in_url"] = Link,
        ["committee_url"] = Link,
        ["groups_url"] = Link,
        ["what"] = "join",
        ["group_count"] = 3,
        ["from"] = "4 May 2020",
        ["until"] = "18 May 2020",
        ["stand_in"] = "Zoë Müller",
        ["groups"] = new object[]
        {
            new Dictionary<string, object?> { ["group"] = "G012", ["members"] = Members, ["questions"] = Array.Empty<object>() },
        },
    };

    static readonly Dictionary<string, object?> Introduction = new()
    {
        ["members"] = new object[]
        {
            new Dictionary<string, object?>
            {
                ["name"] = "عبد الله محمد",
                ["country"] = "Egypt",
                ["languages"] = "Arabic, English",
                ["interests"] = "digital preservation, teaching",
                ["library"] = "university library", ["email"] = "abdallah@example.eg", ["local_time"] = "10:00",
            },
        },
        ["reasons"] = new[] { "You both speak English.", "You both put digital preservation first." },
        ["times"] = new object[]
        {
            new object[] { At("عبد الله محمد", "Thursday, 7 May 2020", "16:00"), At("María José Núñez", "Thursday, 7 May 2020", "10:00") },
        },
        ["liaison_name"] = "Ada Lead",
        ["liaison_email"] = "ada@example.org",
        ["url"] = Link,
        ["end_date"] = "4 September 2020",
        ["trio"] = false,
    };

    static Dictionary<string, object?> At(string name, string day, string time) =>
        new() { ["name"] = name, ["day"] = day, ["time"] = time };

    static readonly Dictionary<string, object?> Heard = new()
    {
        ["about"] = "李晓明",
        ["liaison_name"] = "Ada Lead",
        ["liaison_email"] = "ada@example.org",
        ["leads"] = "Ada Lead, Ben Lead",
        ["next_date"] = "15 June 2020",
    };

    static readonly Dictionary<string, object?> Paused = new()
    {
        ["paused"] = "李晓明",
        ["partners"] = "عبد الله محمد",
        ["until_date"] = "15 June 2020",
        ["liaison_name"] = "Ada Lead",
        ["liaison_email"] = "ada@example.org",
    };

    static readonly Dictionary<string, object?> Concern = new()
    {
        ["group"] = "G012",
        ["members"] = Members,
        ["about"] = "María José Núñez",
        ["others"] = "李晓明",
        ["words"] = "We have little in common.",
        ["since"] = "12 June 2020",
        ["liaison_name"] = "Ada Lead",
        ["is_liaison"] = false,
        ["stands_in"] = false,
        ["again"] = false,
        ["instead_of"] = null,
        ["url"] = Link,
    };

    /// <summary>What a template names, of what its step gives.</summary>
    static Dictionary<string, object?> Some(Dictionary<string, object?> model, params string[] names) =>
        names.ToDictionary(name => name, name => model[name]);

    /// <summary>A mail of the middle; <c>first</c> and <c>last</c> tell the others.</summary>
    public static Dictionary<string, object?> Prompt { get; } = new()
    {
        ["month"] = 2,
        ["months"] = 4,
        ["first"] = false,
        ["last"] = false,
        ["topic"] = "A failure worth telling",
        ["prompts"] = new object[]
        {
            new Dictionary<string, object?> { ["title"] = "A failure worth telling", ["text"] = "What did it teach you?" },
            new Dictionary<string, object?> { ["title"] = "The search box", ["text"] = "What would your readers type?" },
        },
        ["reading"] = new object[]
        {
            new Dictionary<string, object?> { ["title"] = "Ten words for a catalogue", ["url"] = Link, ["about"] = "video, 12 minutes" },
        },
        ["behind"] = "the introduction",
        ["next"] = new object[]
        {
            new Dictionary<string, object?> { ["date"] = "Wednesday, 1 July 2020", ["what"] = "the half-way survey" },
        },
        ["partners"] = "عبد الله محمد",
        ["rhythm"] = "every two weeks",
        ["liaison_name"] = "Ada Lead",
        ["url"] = Link,
    };

    public static IReadOnlyDictionary<string, IReadOnlyDictionary<string, object?>> Models { get; } =
        new Dictionary<string, IReadOnlyDictionary<string, object?>>
        {
            ["announcement"] = new Dictionary<string, object?>
            {
                ["deadline"] = "31 March 2020",
                ["apply_url"] = Link,
                ["flyers"] = new object[] { new Dictionary<string, object?> { ["language"] = "Español", ["url"] = Link } },
            },
            ["application-received"] = new Dictionary<string, object?>
            {
                ["deadline"] = "31 March 2020",
                ["next_date"] = "28 April 2020",
                ["updated"] = true,
                ["summary"] = new object[]
                {
                    new Dictionary<string, object?> { ["label"] = "Country", ["value"] = "Chile" },
                    new Dictionary<string, object?> { ["label"] = "Languages", ["value"] = "Spanish, English" },
                },
            },
            ["application-ineligible"] = new Dictionary<string, object?>
            {
                ["reasons"] = new[] { "You wrote that you cannot be reached by mail once every two weeks." },
            },
            ["intake-review"] = new Dictionary<string, object?>
            {
                ["received"] = 488,
                ["eligible"] = 430,
                ["ineligible"] = 20,
                ["duplicates"] = 30,
                ["problems"] = new object[]
                {
                    new Dictionary<string, object?> { ["row"] = "row 17", ["problem"] = "The country 'Narnia' is not known." },
                },
                ["settle_url"] = Link,
                ["proposals"] = new object[]
                {
                    new Dictionary<string, object?>
                    {
                        ["first"] = "Row 4",
                        ["second"] = "Row 90",
                        ["why"] = "the same name and country",
                        ["url"] = Link,
                    },
                },
            },
            ["match-none"] = new Dictionary<string, object?>
            {
                ["applicants"] = 1,
                ["held"] = "王小明 (China)",
                ["notes"] = new[] { "Nobody shares a language with anybody." },
                ["people_url"] = Link,
                ["url"] = Link,
                ["instead_of"] = null,
            },
            ["match-approval"] = new Dictionary<string, object?>
            {
                ["needed"] = 2,
                ["remind_days"] = 3,
                ["heard_by"] = "the other leads",
                ["instead_of"] = "Ada Lead",
                ["pairs"] = 47,
                ["countries"] = 46,
                ["applicants"] = 430,
                ["held"] = "王小明 (China)",
                ["changes"] = new Dictionary<string, object?>
                {
                    ["same"] = 44,
                    ["new"] = 3,
                    ["gone"] = 3,
                    ["not_followed"] = 1,
                    ["examples"] = new[] { "María José (Chile) + 李晓明 (China)" },
                },
                ["score_note"] = "The proposal is the best possible by your settings.",
                ["url"] = Link,
                ["review_url"] = Link,
                ["sample"] = new object[]
                {
                    new Dictionary<string, object?>
                    {
                        ["members"] = "María José (Chile) and 李晓明 (China)",
                        ["reasons"] = "Both put cataloguing first. Both speak English.",
                    },
                },
            },
            ["availability"] = new Dictionary<string, object?>
            {
                ["close_date"] = "28 April 2020",
                ["start_date"] = "4 May 2020",
                ["end_date"] = "3 September 2020",
                ["begun"] = true,
                ["url"] = Link,
            },
            ["availability-reminder"] = new Dictionary<string, object?>
            {
                ["close_date"] = "28 April 2020",
                ["url"] = Link,
                ["last_reminder"] = true,
            },
            ["standby"] = new Dictionary<string, object?> { ["begun"] = true },
            ["not-chosen"] = new Dictionary<string, object?>
            {
                ["reason"] = "All people who share a language and an interest with you applied earlier and are paired.",
                ["next_wave"] = "autumn 2020",
            },
            ["introduction"] = Introduction,
            ["rematch-introduction"] = Introduction,
            ["agreed"] = new Dictionary<string, object?>
            {
                ["url"] = Link,
                ["answers"] = new object[]
                {
                    new Dictionary<string, object?> { ["question"] = "How often will you talk?", ["answer"] = "Every week" },
                },
            },
            ["new-partner"] = new Dictionary<string, object?>
            {
                ["former"] = "Zoë Müller",
                ["partners"] = "李晓明",
                ["liaison_name"] = "Ada Lead",
                ["liaison_email"] = "ada@example.org",
            },
            ["pair-stays"] = new Dictionary<string, object?>
            {
                ["partners"] = "李晓明",
                ["liaison_name"] = "Ada Lead",
                ["liaison_email"] = "ada@example.org",
            },
            ["own-page"] = new Dictionary<string, object?> { ["url"] = Link, ["shared"] = true },
            ["page-sent"] = new Dictionary<string, object?> { ["url"] = Link, ["new_address"] = true },
            ["application-withdrawn"] = new Dictionary<string, object?>(),
            ["application-change"] = new Dictionary<string, object?>
            {
                ["url"] = Link,
                ["close_date"] = "2 April 2020",
                ["summary"] = new object[] { new Dictionary<string, object?> { ["label"] = "Country", ["value"] = "Chile" } },
            },
            ["application-unfinished"] = new Dictionary<string, object?> { ["url"] = Link, ["close_date"] = "31 March 2020" },
            ["application-kept"] = new Dictionary<string, object?>(),
            ["erasing"] = new Dictionary<string, object?>(),
            ["prompt"] = Prompt,
            ["pulse"] = new Dictionary<string, object?> { ["partners"] = "عبد الله محمد", ["url"] = Link, ["liaison_name"] = "Ada Lead" },
            ["nudge"] = new Dictionary<string, object?> { ["partners"] = Members, ["url"] = Link, ["liaison_name"] = "Ada Lead" },
            ["heard-silence"] = Some(Heard, "about", "liaison_name", "next_date"),
            ["heard-mismatch"] = Some(Heard, "liaison_name", "liaison_email"),
            ["heard-trouble"] = Some(Heard, "leads"),
            ["reconnect"] = new Dictionary<string, object?>
            {
                ["partners"] = Members,
                ["liaison_name"] = "Ada Lead",
                ["liaison_email"] = "ada@example.org",
            },
            ["still-here"] = new Dictionary<string, object?>
            {
                ["partner"] = "李晓明",
                ["partner_email"] = "li@example.org",
                ["liaison_name"] = "Ada Lead",
            },
            ["partner-answered"] = new Dictionary<string, object?>
            {
                ["partner"] = "李晓明",
                ["liaison_name"] = "Ada Lead",
                ["liaison_email"] = "ada@example.org",
            },
            ["partner-back"] = Some(Paused, "paused", "until_date"),
            ["pause-noted"] = Some(Paused, "until_date", "partners", "liaison_name"),
            ["partner-pauses"] = Some(Paused, "paused", "until_date", "liaison_name"),
            ["welcome-back"] = Some(Paused, "partners", "until_date", "liaison_name"),
            ["liaison-silence"] = Some(
                Concern, "instead_of", "group", "members", "again", "url", "liaison_name", "is_liaison", "stands_in", "about", "since"),
            ["liaison-mutual"] = Some(
                Concern, "instead_of", "group", "members", "again", "url", "liaison_name", "is_liaison", "stands_in", "since"),
            ["liaison-mismatch"] = Some(
                Concern, "instead_of", "group", "members", "again", "url", "liaison_name",
                "is_liaison", "stands_in", "about", "others", "words", "since"),
            ["liaison-quiet"] = Some(Concern, "instead_of", "group", "members", "again", "url", "liaison_name", "is_liaison", "stands_in"),
            ["lead-trouble"] = Some(
                Concern, "instead_of", "group", "members", "again", "url", "liaison_name", "about", "others", "words", "since"),
            ["liaison-week"] = new Dictionary<string, object?>
            {
                ["all"] = 3,
                ["stands_in"] = "Ben Liaison",
                ["need"] = new object[]
                {
                    new Dictionary<string, object?>
                    {
                        ["group"] = "G012",
                        ["names"] = "María José Núñez and 李晓明",
                        ["why"] = new[] { "Something waits for your decision." },
                        ["members"] = Members,
                        ["url"] = Link,
                    },
                },
                ["well"] = new[] { "Zoë Müller and عبد الله محمد", "Amina Person and Kofi Mensah" },
                ["groups_url"] = Link,
            },
            ["committee-joined"] = Some(CommitteeChange, "by", "roles", "questions", "sign_in_url"),
            ["draft-goes"] = new Dictionary<string, object?>
            {
                ["draft"] = "ILNP Spring 2021",
                ["touched_date"] = "2 March",
                ["goes_date"] = "29 August",
                ["url"] = Link,
            },
            ["committee-left"] = Some(CommitteeChange, "by", "moved", "receivers", "leads"),
            ["committee-changed"] = Some(
                CommitteeChange, "by", "lines", "moved", "receivers", "questions", "roles", "leads", "new_address", "committee_url"),
            ["committee-address"] = Some(CommitteeChange, "by", "address", "leads"),
            ["committee-told"] = Some(CommitteeChange, "what", "by", "who", "roles", "moved", "receivers", "questions", "committee_url"),
            ["committee-groups"] = Some(CommitteeChange, "groups", "by", "who", "groups_url"),
            ["committee-absent"] = Some(CommitteeChange, "stand_in", "from", "until", "group_count", "by", "committee_url"),
            ["committee-stand-in"] = Some(CommitteeChange, "stand_in", "who", "from", "until", "group_count", "questions", "groups_url"),
            ["liaison-handed-over"] = new Dictionary<string, object?>
            {
                ["group"] = "G012",
                ["by"] = "Ada Lead",
                ["former"] = "Ben Liaison",
                ["members"] = Members,
                ["questions"] = new object[] { new Dictionary<string, object?> { ["what"] = "Nothing comes from 李晓明", ["url"] = Link } },
                ["group_url"] = Link,
            },
            ["liaison-resolved"] = new Dictionary<string, object?> { ["group"] = "G012", ["members"] = "María José Núñez, 李晓明" },
            ["farewell"] = new Dictionary<string, object?> { ["partners"] = "李晓明", ["own_word"] = true },
            ["place-kept"] = new Dictionary<string, object?> { ["liaison_name"] = "Ada Lead", ["url"] = Link },
            ["group-ended"] = new Dictionary<string, object?>(),
            ["going-on"] = new Dictionary<string, object?> { ["gone"] = "李晓明", ["partners"] = "Zoë Müller" },
            ["searching"] = new Dictionary<string, object?>
            {
                ["partners"] = "李晓明",
                ["liaison_name"] = "Ada Lead",
                ["liaison_email"] = "ada@example.org",
            },
            ["trio-consent"] = new Dictionary<string, object?>
            {
                ["country"] = "Kenya",
                ["interests"] = "children's services",
                ["url"] = Link,
                ["close_date"] = "20 June 2020",
            },
            ["mid-survey"] = new Dictionary<string, object?> { ["close_date"] = "15 July 2020", ["url"] = Link },
            ["final-survey"] = new Dictionary<string, object?> { ["close_date"] = "10 September 2020", ["url"] = Link },
            ["survey-reminder"] = new Dictionary<string, object?> { ["close_date"] = "15 July 2020", ["url"] = Link, ["survey"] = "final" },
            ["liaison-no-contact"] = new Dictionary<string, object?>
            {
                ["group"] = "G012",
                ["members"] = Members,
                ["reporter"] = "María José Núñez",
            },
            ["liaison-unplaced"] = new Dictionary<string, object?> { ["group"] = "G012", ["member"] = Members[0] },
            ["certificate"] = new Dictionary<string, object?>
            {
                ["certificate_name"] = "María José Núñez",
                ["url"] = Link,
                ["check_url"] = Link,
            },
            ["report"] = new Dictionary<string, object?>
            {
                ["report_url"] = Link,
                ["participants"] = 97,
                ["countries"] = 46,
                ["satisfaction"] = "38 of 42 gave it 3 points or more out of 5.",
            },
            ["dates-changed"] = new Dictionary<string, object?> { ["lines"] = DayLines },
            ["dates-moved"] = new Dictionary<string, object?>
            {
                ["lines"] = DayLines,
                ["by"] = "Ada Lead",
                ["is_announced"] = true,
                ["dates_url"] = Link,
            },
            ["priority"] = new Dictionary<string, object?> { ["next_wave"] = "autumn 2020" },
            ["decision-receipt"] = new Dictionary<string, object?>
            {
                ["what"] = "Can you take part?",
                ["change_url"] = Link,
                ["close_date"] = "28 April 2020",
                ["answers"] = new object[]
                {
                    new Dictionary<string, object?> { ["question"] = "Can you take part?", ["answer"] = "Yes, I can" },
                },
            },
            ["decision-handed"] = new Dictionary<string, object?>
            {
                ["by"] = "Ada Lead",
                ["what"] = "The proposed pairs",
                ["about"] = "The matching proposes 47 pairs from 46 countries.",
                ["until"] = "Friday, 17 April 2020",
                ["url"] = Link,
            },
            ["decision-taken"] = new Dictionary<string, object?>
            {
                ["is_open"] = true,
                ["what"] = "The proposed pairs",
                ["change_url"] = Link,
                ["answers"] = new object[]
                {
                    new Dictionary<string, object?> { ["question"] = "What shall happen with this proposal?", ["answer"] = "Approve it" },
                },
            },
            ["decision-noted"] = new Dictionary<string, object?>
            {
                ["what"] = "One person or two?",
                ["is_over"] = false,
                ["until"] = "This stays open until people are asked to take part. Until then you can change your answer.",
                ["change_url"] = Link,
                ["answers"] = new object[]
                {
                    new Dictionary<string, object?> { ["question"] = "Are they the same person?", ["answer"] = "The same person" },
                },
            },
            ["fresh-link"] = new Dictionary<string, object?> { ["url"] = Link },
            ["still-open"] = new Dictionary<string, object?>
            {
                ["what"] = "Can you take part?",
                ["close_date"] = "30 April 2020",
                ["url"] = Link,
            },
            ["standstill"] = new Dictionary<string, object?>
            {
                ["what"] = "topics of months 1 and 2 were not sent",
                ["more"] = "The next ones are due.",
                ["left_out"] = true,
                ["dates_url"] = Link,
            },
            ["sign-in"] = new Dictionary<string, object?> { ["url"] = Link },
            ["stuck"] = new Dictionary<string, object?>
            {
                ["what"] = "3 mails may not have gone out",
                ["meaning"] = "Sending broke off on Wednesday, June 3, 2020 6:00 AM (Europe/London).",
                ["advice"] = "The overview names for whom it was.",
                ["url"] = Link,
            },
            ["orchestration-failed"] = new Dictionary<string, object?>
            {
                ["stopped"] = "the care for 14 groups",
                ["since"] = "Wednesday, June 3, 2020 6:00 AM (Europe/London)",
                ["asked_before"] = true,
                ["failures"] = new object[]
                {
                    new Dictionary<string, object?>
                    {
                        ["stopped"] = "the care for group G012",
                        ["when"] = "Wednesday, June 3, 2020 6:00 AM (Europe/London)",
                        ["why"] = "the step AskPulse met an error (Azure.RequestFailedException).",
                        ["stuck"] = true,
                    },
                },
                ["ids"] = new[] { "group-spring-2020-G012" },
                ["more"] = 13,
                ["meanings"] = new[] { "These groups are not asked how it goes." },
                ["advice"] = new[] { "Let it go on once." },
                ["remind_days"] = 3,
                ["can_decide"] = true,
                ["url"] = Link,
            },
            ["longer-ask"] = LongerSampleMail.Ask,
            ["longer-not"] = LongerSampleMail.Not,
            ["longer-agreed"] = LongerSampleMail.Agreed,
            ["longer-stopped"] = LongerSampleMail.Stopped,
            ["longer-over"] = LongerSampleMail.Not,
            ["liaison-longer"] = LongerSampleMail.ToLiaison,
            ["prompt-further"] = LongerSampleMail.Prompt,
            ["decision-reminder"] = new Dictionary<string, object?>
            {
                ["what"] = "the proposed pairs",
                ["pairs"] = 47,
                ["countries"] = 46,
                ["needed"] = 2,
                ["remind_days"] = 3,
                ["heard_by"] = "Tom Technical",
                ["reminder"] = 1,
                ["instead_of"] = "Ada Lead",
                ["url"] = Link,
            },
        };
}
