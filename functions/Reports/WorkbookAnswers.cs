using System.Data;
using Ilnp.Forms;
using Ilnp.Storage;
using Ilnp.Surveys;
using Ilnp.Texts;

namespace Ilnp.Reports;

/// <summary>
/// The workbook's survey answers, one row for each person, numbered and not named. Chosen answers of everybody; words only
/// of those who agreed in that survey to be quoted; a name only where they agreed to that.
/// </summary>
static class WorkbookAnswers
{
    const string Withheld = "(not to be shared)";

    public static DataTable Mid(ReportFacts facts, PageTexts texts) =>
        Sheet("Mid answers", MidSurveyForm.Form, facts.MidSurvey, facts, texts);

    public static DataTable Final(ReportFacts facts, PageTexts texts) =>
        Sheet("Final answers", FinalSurveyForm.Form, facts.FinalSurvey, facts, texts);

    static DataTable Sheet(string name, Form form, SurveyReplies survey, ReportFacts facts, PageTexts texts)
    {
        var questions = form.Questions.Where(question => !IsPersonal(question)).ToList();
        var sheet = Spreadsheet.Sheet(name, ["Answer", "Name", .. questions.Select(question => texts[$"{form.Name}.{question.Key}"])]);
        foreach (var (i, reply) in survey.Replies.Index())
        {
            sheet.AddRow([
                i + 1,
                CommentRules.NameOf(reply, facts),
                .. questions.Select(question =>
                    (object?)Cell(question, reply, value => texts.Find($"{form.Name}.{question.Key}.{value}") ?? value)),
            ]);
        }

        return sheet;
    }

    /// <summary>Names and addresses: asked for the certificate and for contact, not for a report.</summary>
    public static bool IsPersonal(Question question) =>
        question is EmailQuestion || question.Key.EndsWith("-name", StringComparison.Ordinal);

    static string? Cell(Question question, SurveyReply reply, Func<string, string> label)
    {
        if (!reply.Answers.TryGetValue(question.Key, out var values)) return null;
        if (question is TextQuestion)
            return CommentRules.IsQuotable(reply) ? CommentRules.WithoutAddresses(string.Join('\n', values)) : Withheld;
        return string.Join(", ", values.Select(label));
    }
}
