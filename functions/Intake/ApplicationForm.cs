using Ilnp.Forms;
using Ilnp.Intake.Answers;
using Ilnp.Intake.Applying;

namespace Ilnp.Intake;

/// <summary>The public application form; what is posted goes through intake like any provider's.</summary>
static class ApplicationForm
{
    /// <summary>Posted as the words that a form provider's export has.</summary>
    static readonly string[] Interests =
    [
        "Academic libraries", "Accessibility", "Archives", "Children and youth services", "Collection development",
        "Community outreach", "Digital preservation", "Emerging technologies", "Information literacy", "Management", "Metadata",
        "Open access", "Public libraries", "Reference", "Scholarly communication", "Systems",
    ];

    /// <summary>Where the names of interests and library types stand.</summary>
    const string InterestTexts = "topic";
    const string LibraryTexts = "library";

    const string MailLanguage = "mailLanguage";

    /// <summary>Key of the question whether the answers may be used as the form says.</summary>
    public const string Consent = "consent";

    /// <summary>
    /// Version of the words that are agreed to, <c>application.consent</c> and what stands below it: a new one for each change of what they
    /// mean, since each application keeps which one its person has agreed to.
    /// </summary>
    public const string ConsentVersion = "1";

    /// <summary>Posted as words too, and named by their codes.</summary>
    static readonly Dictionary<string, string> Libraries = new()
    {
        ["Academic library"] = "academic",
        ["Public library"] = "public",
        ["School library"] = "school",
        ["National library"] = "national",
        ["Special library"] = "special",
        ["Archive"] = "archive",
        ["Student or between jobs"] = "student",
    };

    /// <summary>The form of a cohort, which asks for the language of mails where there are several.</summary>
    /// <param name="offered">ISO 639-1.</param>
    public static Form For(IReadOnlyList<string> offered) => Form with
    {
        Questions = [.. Form.Questions.Where(question => offered.Count > 1 || question.Key != MailLanguage)
            .Select(question =>
                question.Key == MailLanguage ? new ChoiceQuestion(MailLanguage, offered) { OfLanguages = true } : question)],
    };

    /// <summary>Nothing is chosen before but the language: that of the page, which somebody reads already.</summary>
    public static FormReading InLanguage(string language) =>
        FormReading.Filled(InLanguage(new Dictionary<string, IReadOnlyList<string>>(), language));

    /// <summary>Answers without a language are in that of the page.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> InLanguage(
        IReadOnlyDictionary<string, IReadOnlyList<string>> answers, string language) =>
        answers.ContainsKey(MailLanguage)
            ? answers
            : new Dictionary<string, IReadOnlyList<string>>(answers) { [MailLanguage] = [language] };

    public static Form Form { get; } = new(
        "application",
        new AddressQuestion("email") { Autocomplete = "email" },
        new TextQuestion("name", 200) { Autocomplete = "name" },
        new TextQuestion("country", 100) { Suggestions = Suggestions.Countries, Autocomplete = "country-name" },
        new TextQuestion("timezone", 64) { Suggestions = Suggestions.TimeZones, Required = false },
        new RankedQuestion("languages", 4) { Suggestions = Suggestions.Languages },
        new ChoiceQuestion(MailLanguage) { OfLanguages = true },
        new RankedQuestion("interests", 3) { Options = Interests, OptionTexts = InterestTexts },
        new ChoiceQuestion("library", [.. Libraries.Keys]) { OptionTexts = LibraryTexts, OptionCodes = Libraries },
        new NumberQuestion("years", 0, 70) { Required = false },
        new ChoiceQuestion("internet", "yes", "no"),
        new ChoiceQuestion("biweekly", "yes", "no"),
        new ChoiceQuestion("commit", "yes", "no"),
        new ChoiceQuestion("waited", "yes", "no"),
        new ChoiceQuestion("careerStage", "student", "early", "middle", "senior") { Required = false },
        new ChoiceQuestion("partner", "like", "different", "either") { Required = false },
        new RankedQuestion("offers", ApplicationReader.MostTopics) { Options = Interests, OptionTexts = InterestTexts, Required = false },
        new RankedQuestion("seeks", ApplicationReader.MostTopics) { Options = Interests, OptionTexts = InterestTexts, Required = false },
        new ChoiceQuestion("rhythm", "weekly", "fortnightly", "monthly") { OptionTexts = "agreement.rhythm", Required = false },
        new ChoiceQuestion("tools", "email", "whatsapp", "video", "phone", "social")
        {
            OptionTexts = "agreement.tool",
            Several = true,
            Required = false,
        },
        new ChoiceQuestion(Consent, ConsentVersion) { Several = true });

    /// <summary>What a question offers; nothing for one that is answered in own words.</summary>
    public static IReadOnlyList<string> OptionsOf(string question) => Form.Questions.First(one => one.Key == question) switch
    {
        ChoiceQuestion choice => choice.Options,
        RankedQuestion { Options: { } options } => options,
        _ => [],
    };
}
