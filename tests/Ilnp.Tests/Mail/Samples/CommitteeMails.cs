using static Ilnp.Tests.Mail.Samples.SampleFacts;

namespace Ilnp.Tests.Mail.Samples;

/// <summary>Models of the mails of Committee, as its steps give them.</summary>
static class CommitteeMails
{
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

    public static SampleModels Models { get; } = new()
    {
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
        ["sign-in"] = new Dictionary<string, object?> { ["url"] = Link },
        ["announcement-last-week"] = new Dictionary<string, object?>
        {
            ["deadline"] = "31 March 2020",
            ["people"] = 231,
            ["countries"] = 52,
            ["url"] = Link,
        },
        ["mailing-ahead"] = new Dictionary<string, object?>
        {
            ["what"] = "Inquiry whether somebody takes part",
            ["moment"] = "Tuesday, 14 April 2020, 9:00",
            ["people"] = 174,
            ["languages"] = "English 120, Spanish 54",
            ["unreached"] = 2,
            ["waits"] = true,
            ["falls_away"] = false,
            ["last"] = "Thursday, 16 April 2020, 9:00",
            ["url"] = Link,
        },
        ["mailing-waits"] = new Dictionary<string, object?>
        {
            ["what"] = "Prompts, month 2",
            ["moment"] = "Tuesday, 14 April 2020, 9:00",
            ["is_held"] = true,
            ["by"] = "Zoë Lead",
            ["falls_away"] = true,
            ["last"] = "Thursday, 16 April 2020, 9:00",
            ["url"] = Link,
        },
        ["file-gone"] = new Dictionary<string, object?>
        {
            ["file"] = "Pairs and trios",
            ["file_name"] = "pairs.xlsx",
            ["url"] = Link,
        },
        ["file-kept"] = new Dictionary<string, object?>
        {
            ["file"] = "Roster: who applied, and where each stands",
            ["file_name"] = "roster.xlsx",
            ["kept_name"] = "roster (changed by hand, 2020-05-04 0911).xlsx",
            ["days"] = 30,
            ["url"] = Link,
        },
        ["mailing-done"] = new Dictionary<string, object?>
        {
            ["what"] = "Inquiry whether somebody takes part",
            ["moment"] = "Tuesday, 14 April 2020, 9:00",
            ["mails"] = 174,
            ["unreached"] = 2,
            ["asked"] = 174,
            ["silent"] = 21,
            ["url"] = Link,
        },
    };
}
