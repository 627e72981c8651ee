using System.Text.RegularExpressions;
using Ilnp.Surveys;
using Ilnp.Texts;

namespace Ilnp.Reports;

/// <summary>
/// Which words may be quoted. Each survey asks it of its own words: <c>yes</c> quotes them with the name, <c>anonymous</c> without,
/// <c>no</c> and no answer not at all. The one definition for the report, its workbook and the committee's page.
/// </summary>
static partial class CommentRules
{
    static readonly string[] FinalQuestions = ["q3", "q5", "q6"];

    public static IReadOnlyList<Comment> Quotable(ReportFacts facts, PageTexts texts) =>
    [
        .. Comments(facts.MidSurvey, [MidSurveyForm.Comment], MidSurveyForm.Form.Name, facts, texts),
        .. Comments(facts.FinalSurvey, FinalQuestions, FinalSurveyForm.Form.Name, facts, texts),
    ];

    /// <summary>What somebody said of the words of this survey; null when it did not ask, as it was before each did.</summary>
    public static string? ConsentOf(SurveyReply reply) => reply[SurveyConsent.Key];

    /// <summary>Whether the words of this survey may stand in the report.</summary>
    public static bool IsQuotable(SurveyReply reply) => ConsentOf(reply) is SurveyConsent.Named or SurveyConsent.Unnamed;

    /// <summary>Without mail addresses, which people write into comments and names.</summary>
    public static string WithoutAddresses(string text) => Address().Replace(text, "[address left out]");

    /// <summary>The name under the words of a survey: the one given in it, else the application's; null when they go without.</summary>
    public static string? NameOf(SurveyReply reply, ReportFacts facts) =>
        ConsentOf(reply) == SurveyConsent.Named
        && (reply["q11-name"] ?? facts.People.FirstOrDefault(person => person.PersonId == reply.PersonId)?.Name) is { } name
            ? WithoutAddresses(name)
            : null;

    static IEnumerable<Comment> Comments(
        SurveyReplies survey, string[] questions, string form, ReportFacts facts, PageTexts texts) =>
        from question in questions
        from reply in survey.Replies
        let text = reply[question]
        where text is not null && IsQuotable(reply)
        select new Comment(texts[$"{form}.{question}"], WithoutAddresses(text), NameOf(reply, facts));

    [GeneratedRegex(@"[^\s<>()\[\],;:""]+@[^\s<>()\[\],;:""]+", RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
