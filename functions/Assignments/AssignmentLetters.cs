using System.Text.RegularExpressions;
using Ilnp.Approvals;
using Ilnp.Assignments.Questions;
using Ilnp.Mail;
using Ilnp.Programme;
using Ilnp.Texts;

namespace Ilnp.Assignments;

/// <summary>The others of a group read what was handed in for them, once for each wording, and say whether it may be shown.</summary>
public sealed partial class AssignmentLetters(Approvals.Questions questions, TextShelf texts)
{
    const string Step = "assignment";

    /// <summary>
    /// Everybody else who is still in the programme, unless the author has left; asked again about the same words, nobody is written to.
    /// </summary>
    public Task AskAsync(AssignmentCircle circle, HandedIn work, CancellationToken cancellation) =>
        circle.Member(work.AuthorId) is not { } author ? Task.CompletedTask : questions.AskAllAsync(
            [
                .. circle.Others(work.AuthorId).Where(member => member.Standing == Standing.Active)
                    .Select(member => new Asking(circle.AskingToShow(member, work), member, Letter(circle, work, author, member))),
            ],
            cancellation);

    /// <summary>Its occurrence has the author's id: a mail about somebody goes when they are erased.</summary>
    Letter Letter(AssignmentCircle circle, HandedIn work, Person author, Person reader) =>
        new(Step, $"{work.GroupId}-{work.AuthorId}-{work.Stamp}", "assignment-handed-in")
        {
            Liaison = circle.Settings.Liaison(circle.Group),
            Thread = circle.Group.GroupId,
            Model = new Dictionary<string, object?>
            {
                ["author"] = author.Name,
                ["task"] = JointTasks.Title(work.Task, texts.In(reader.MailLanguage)),
                ["paragraphs"] = Paragraphs(work.Text),
                ["changed"] = circle.Decisions.Any(asked =>
                    asked.Request.Form == MayShow.Name && asked.SubjectId == reader.PersonId
                    && asked.DecisionId != MayShow.DecisionId(work, reader.PersonId)),
                ["close_date"] = DateText.LastDay(
                    new(new ProgrammeCalendar(circle.Settings).FinalSurveyCloses, TimeSpan.Zero), circle.Settings, reader),
            },
        };

    /// <summary>A mail quotes each line of its own.</summary>
    static IReadOnlyList<string> Paragraphs(string text) =>
        [.. Lines().Split(text).Select(line => line.Trim()).Where(line => line.Length > 0)];

    [GeneratedRegex(@"\n+", RegexOptions.CultureInvariant)]
    private static partial Regex Lines();
}
