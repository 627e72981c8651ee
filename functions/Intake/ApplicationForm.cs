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

    const string InterestTexts = "application.interests";

    static readonly string[] Libraries =
    [
        "Academic library", "Public library", "School library", "National library", "Special library", "Archive",
        "Student or between jobs",
    ];

    public static Form Form { get; } = new(
        "application",
        new AddressQuestion("email") { Autocomplete = "email" },
        new TextQuestion("name", 200) { Autocomplete = "name" },
        new TextQuestion("country", 100) { Suggestions = Suggestions.Countries, Autocomplete = "country-name" },
        new TextQuestion("timezone", 64) { Suggestions = Suggestions.TimeZones, Required = false },
        new RankedQuestion("languages", 4) { Suggestions = Suggestions.Languages },
        new RankedQuestion("interests", 3) { Options = Interests },
        new ChoiceQuestion("library", Libraries),
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
        new ChoiceQuestion("tools", "email", "whatsapp", "video", "phone", "social") { OptionTexts = "agreement.tool", Several = true, Required = false });
}
