using Ilnp.Programme;
using Ilnp.Texts;

namespace Ilnp.Committee.OwnWords.Samples;

/// <summary>Values of somebody invented, as steps give them to mails.</summary>
/// <param name="language">Of the mail.</param>
sealed class SampleValues(string language)
{
    public const string Partner = "王小明", Liaison = "Ada Tester", LiaisonEmail = "ada@committee.example";

    /// <summary>So that a mail in letters from right to left is tried with names of both kinds.</summary>
    public const string Third = "Zoë Müller";

    /// <summary>Each name has an address of its own, so that one cannot stand for another.</summary>
    public static Uri Link(string name) => new($"https://programme.example/{name.Replace('_', '-')}");

    public string Day(int month, int day) => DateText.Day(new DateOnly(2021, month, day), language);

    public string Names(params string[] names) => Locale.Of(language).Names(names);

    public static Dictionary<string, object?> Of(params (string Name, object? Value)[] values) =>
        values.ToDictionary(value => value.Name, value => value.Value);

    public static object[] Members =>
    [
        Of(("name", Partner), ("email", "wang@library.example"), ("country", "China")),
        Of(("name", Third), ("email", "zoe@library.example"), ("country", "Schweiz")),
    ];

    public static object[] Answers => [Of(("question", "Can you take part?"), ("answer", "Yes, I can"))];

    public static object[] Summary =>
        [Of(("label", "Country"), ("value", "Senegal")), Of(("label", "Languages"), ("value", "French, English"))];

    /// <param name="begun">For a place that becomes free while the programme runs.</param>
    public Dictionary<string, object?> Availability(bool begun) => Of(
        ("close_date", Day(4, 28)), ("start_date", Day(5, 4)),
        ("end_date", Day(9, 4)), ("months", 4), ("begun", begun), ("url", Link("url")));

    public object[] MovedDays => [Of(("what", "Last moment to apply"), ("new_date", Day(4, 7)), ("old_date", Day(3, 31)))];

    public Dictionary<string, object?> Introduction(bool isTrio) => Of(
        ("members", isTrio
            ? new object[] { Member(Partner, "wang@library.example"), Member(Third, "zoe@library.example") }
            : new object[] { Member(Partner, "wang@library.example") }),
        ("reasons", new[] { "You both speak English." }),
        ("times", isTrio ? Array.Empty<object>() : new object[] { new object[] { At(Partner, "22:00"), At("Amina Diallo", "14:00") } }),
        ("liaison_name", Liaison), ("liaison_email", LiaisonEmail), ("url", Link("url")), ("end_date", Day(9, 4)), ("trio", isTrio));

    Dictionary<string, object?> Member(string name, string email) => Of(
        ("name", name), ("email", email), ("country", "China"), ("languages", "Chinese, English"),
        ("interests", "metadata"), ("library", "university library"), ("local_time", "10:00"));

    Dictionary<string, object?> At(string name, string time) => Of(("name", name), ("day", Day(5, 6)), ("time", time));

    /// <param name="month">The first, one of the middle, or the last of four.</param>
    public Dictionary<string, object?> Prompt(int month) => Of(
        ("month", month), ("months", 4), ("first", month == 1), ("last", month == 4), ("topic", "A failure worth telling"),
        (
            "prompts",
            new object[]
            {
                Of(("title", "A failure worth telling"), ("text", "What did it teach you?")),
                Of(("title", "The search box"), ("text", "What would your readers type?")),
            }),
        (
            "reading",
            month == 1
                ? Array.Empty<object>()
                : new object[] { Of(("title", "Ten words for a catalogue"), ("url", Link("reading")), ("about", "video, 12 minutes")) }),
        ("behind", "the introduction"), ("next", new object[] { Of(("date", Day(7, 1)), ("what", "the half-way survey")) }),
        ("assignment", month == 1 ? null : "One small change"), ("assignment_url", month == 1 ? null : Link("assignment_url")),
        ("partners", Names(Partner, Third)), ("rhythm", month == 1 ? null : "every two weeks"),
        ("liaison_name", Liaison), ("url", Link("url")));
}
