using System.Data;
using Ilnp.Approvals;
using Ilnp.Availability;
using Ilnp.Programme;
using Ilnp.Storage;
using Ilnp.Surveys;
using Ilnp.Texts;

namespace Ilnp.Committee.Sharing;

/// <summary>
/// Who answered what, when: the inquiry with its answer, the surveys without theirs. What people say in confidence of a partner stands in
/// no shared file.
/// </summary>
static class AnswersSheet
{
    static readonly string[] Forms = [InquiryForm.Name, MidSurveyForm.Form.Name, FinalSurveyForm.Form.Name];

    /// <param name="people">In the order of the sheet.</param>
    /// <param name="decisions">All of the cohort.</param>
    /// <param name="cohort">Moments are in its zone, with their offset.</param>
    /// <param name="texts">Of headings and words.</param>
    public static DataTable Of(
        IEnumerable<Person> people, IEnumerable<Decision> decisions, CohortSettings cohort, PageTexts texts)
    {
        var sheet = Spreadsheet.Sheet(
            texts["shared.answers"],
            [
                texts["person.name"], texts["person.email"], texts["shared.answers.asked"], texts["shared.answers.since"],
                texts["shared.answers.answered"], texts["shared.answers.answer"],
            ]);
        var asked = decisions.Where(decision => Forms.Contains(decision.Request.Form)).ToLookup(decision => decision.SubjectId);
        foreach (var person in people)
            foreach (var decision in asked[person.PersonId].OrderBy(decision => decision.OpenedAt).ThenBy(decision => decision.DecisionId))
                sheet.AddRow(
                    person.Name,
                    person.Email,
                    texts[$"{decision.Request.Form}.title"],
                    DateText.Iso(decision.OpenedAt, cohort),
                    decision.AnsweredAt is { } at ? DateText.Iso(at, cohort) : null,
                    decision is { Choice: { } choice, Request.Form: InquiryForm.Name }
                        ? texts.Find($"{InquiryForm.Name}.choice.{choice}") ?? choice
                        : null);
        return sheet;
    }
}
