using Ilnp.Committee.Acts;
using Ilnp.Committee.Unknown;
using Ilnp.Forms;
using Ilnp.Intake.Answers;
using Ilnp.Intake.FormQuestions;
using Ilnp.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Ilnp.Committee.FormQuestions;

/// <summary>
/// What the forms of other services ask, what each question is read as, and what a lead says that it is: once for all messages.
/// </summary>
public sealed class QuestionPages(
    UnknownVisits visits, QuestionsReading reading, StrayReading strays, QuestionChoices choices, CommitteeActStore acts,
    FormSecretReading secrets)
{
    const string Route = "cohorts/{cohortId}/questions", OneQuestion = Route + "/{questionId}";

    /// <summary>Names of the acts, which the buttons send, and of the field that is chosen.</summary>
    public const string Say = "say", Set = "set", LeaveOut = "leave-out", TakeBack = "take-back", Field = "field";

    [Function(nameof(ShowQuestions))]
    public Task<IActionResult> ShowQuestions(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request, string cohortId) =>
        visits.ForLeadOrTechnicalAsync(request, cohortId, async reader =>
        {
            var cancellation = request.HttpContext.RequestAborted;
            var (rows, waiting) = await reading.ListAsync(reader.Cohort, cancellation);
            var addresses = await secrets.ListAsync(cohortId, cancellation);
            return new HtmlPage(QuestionsPage.Create(
                new(reader, rows, waiting, addresses, request.Query[ActAddress.Done].ToString())
                {
                    Strays = await strays.ListAsync(reader.Cohort, cancellation),
                    SecretLines = await secrets.LinesAsync(cohortId, cancellation),
                }));
        });

    /// <summary>Changes nothing.</summary>
    [Function(nameof(ShowQuestion))]
    public Task<IActionResult> ShowQuestion(
        [HttpTrigger(
            AuthorizationLevel.Anonymous, "get", "head", Route = OneQuestion)] HttpRequest request, string cohortId, string questionId) =>
        ForQuestionAsync(request, cohortId, questionId, (reader, row) => PageAsync(request, reader, row, isMissing: false));

    [Function(nameof(TakeQuestion))]
    public Task<IActionResult> TakeQuestion(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = OneQuestion)] HttpRequest request, string cohortId, string questionId,
        [DurableClient] DurableTaskClient client) =>
        ForQuestionAsync(request, cohortId, questionId, async (reader, row) =>
        {
            var posted = await PostedForm.ReadAsync(request);
            var act = posted.GetValueOrDefault(Say) switch { [LeaveOut] => LeaveOut, [TakeBack] => TakeBack, _ => Set };
            var field = act == Set && posted.GetValueOrDefault(Field) is [var key] ? ApplicationFields.Find(key) : null;
            if (act == Set && field is null) return await PageAsync(request, reader, row, isMissing: true);
            var (shown, wished) = (
                SaidIn(ActAddress.AboutOf(request)), act switch { Set => field!.Value.Key(), LeaveOut => "", _ => null });
            var path = QuestionPaths.OfQuestion(cohortId, questionId);
            return await visits.DoAsync(
                request, reader, (QuestionPaths.Subject(questionId), act, [new("question", shown ?? "", wished ?? "")]), (path, path),
                _ => choices.SayAsync(client, cohortId, row.Question.Key, shown, wished, request.HttpContext.RequestAborted));
        });

    /// <summary>What is said, as part of an address: a press is about that.</summary>
    public static string AboutOf(string? said) => said is null ? "" : $"-{said}";

    static string? SaidIn(string about) => about.Length == 0 ? null : about[1..];

    Task<IActionResult> ForQuestionAsync(
        HttpRequest request, string cohortId, string questionId, Func<CommitteeReader, QuestionRow, Task<IActionResult>> act) =>
        visits.ForLeadAsync(request, cohortId, async reader =>
            await reading.FindAsync(reader.Cohort, questionId, request.HttpContext.RequestAborted) is { } row
                ? await act(reader, row)
                : Gone(reader));

    async Task<IActionResult> PageAsync(HttpRequest request, CommitteeReader reader, QuestionRow row, bool isMissing)
    {
        var done = await acts.ListAsync(
            reader.Cohort.Id, QuestionPaths.Subject(row.Question.QuestionId), request.HttpContext.RequestAborted);
        return new HtmlPage(
            QuestionPage.Create(new(reader, row, done, isMissing, request.Query[ActAddress.Done].ToString())),
            isMissing ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    static HtmlPage Gone(CommitteeReader reader) => new(
        Notice.Create(new(reader.Texts, "questions.gone.title", "questions.gone.text")
        {
            Onward = (QuestionPaths.Of(reader.Cohort.Id), "questions.back"),
        }),
        StatusCodes.Status404NotFound);
}
