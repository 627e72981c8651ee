using System.Text.RegularExpressions;
using Ilnp.Surveys;
using Ilnp.Texts;

namespace Ilnp.Reports;

/// <summary>
/// Which words may be quoted. Consent is asked once, in the mid-program survey, and covers both: <c>yes</c> quotes with the
/// name, <c>anonymous</c> without, <c>no</c> and no answer not at all.
/// </summary>
static partial class CommentRules
{
    const string Consent = "q10";

    static readonly string[] FinalQuestions = ["q3", "q5", "q6"];

    public static IReadOnlyList<Comment> Quotable(ReportFacts facts, PageTexts texts)
    {
        var names = Names(facts);
        return
        [
            .. Comments(facts.MidSurvey, [MidSurveyForm.Comment], MidSurveyForm.Form.Name, facts, names, texts),
            .. Comments(facts.FinalSurvey, FinalQuestions, FinalSurveyForm.Form.Name, facts, names, texts),
        ];
    }

    /// <summary>What somebody agreed to: <c>yes</c>, <c>anonymous</c>, <c>no</c>; null when they did not answer.</summary>
    public static string? ConsentOf(ReportFacts facts, string personId) =>
        facts.MidSurvey.Replies.FirstOrDefault(reply => reply.PersonId == personId)?[Consent];

    /// <summary>Without mail addresses, which people write into comments and names.</summary>
    public static string WithoutAddresses(string text) => Address().Replace(text, "[address left out]");

    /// <summary>The name under a quotation: the one given in the survey, else the application's.</summary>
    public static Dictionary<string, string?> Names(ReportFacts facts)
    {
        var people = facts.People.ToDictionary(person => person.PersonId, person => person.Name);
        return facts.MidSurvey.Replies
            .Where(reply => reply[Consent] == "yes")
            .DistinctBy(reply => reply.PersonId)
            .ToDictionary(reply => reply.PersonId, reply => reply["q11-name"] ?? people.GetValueOrDefault(reply.PersonId));
    }

    static IEnumerable<Comment> Comments(
        SurveyReplies survey, string[] questions, string form, ReportFacts facts, Dictionary<string, string?> names, PageTexts texts) =>
        from question in questions
        from reply in survey.Replies
        let text = reply[question]
        where text is not null && ConsentOf(facts, reply.PersonId) is "yes" or "anonymous"
        let name = names.GetValueOrDefault(reply.PersonId)
        select new Comment(texts[$"{form}.{question}"], WithoutAddresses(text), name is null ? null : WithoutAddresses(name));

    [GeneratedRegex(@"[^\s<>()\[\],;:""]+@[^\s<>()\[\],;:""]+", RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
