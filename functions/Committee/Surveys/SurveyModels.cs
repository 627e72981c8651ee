using Ilnp.Forms;
using Ilnp.Programme;
using Ilnp.Reports;
using Ilnp.Surveys;
using Ilnp.Texts;

namespace Ilnp.Committee.Surveys;

/// <summary>The answers to the surveys so far.</summary>
/// <param name="Reader">Who reads.</param>
/// <param name="Surveys">Those that somebody was asked, in their order.</param>
public sealed record SurveysModel(CommitteeReader Reader, IReadOnlyList<SurveySoFar> Surveys);

/// <summary>One survey.</summary>
/// <param name="Form">Its form's name.</param>
/// <param name="Figures">Shares with their numbers.</param>
/// <param name="Words">What people wrote, by question; empty for whoever is no lead.</param>
public sealed record SurveySoFar(string Form, SurveyFigures Figures, IReadOnlyList<WrittenAnswers> Words)
{
    /// <summary>Null while nobody was asked.</summary>
    /// <param name="kind">Which.</param>
    /// <param name="replies">To it.</param>
    /// <param name="reader">Who reads.</param>
    public static SurveySoFar? Of(SurveyKind kind, SurveyReplies replies, CommitteeReader reader)
    {
        if (replies.Asked == 0) return null;
        var form = kind.Form();
        var isLead = reader.Member.Is(CommitteeRole.Lead);
        return new(form.Name, SurveyRules.Figures(form, replies, reader.Texts), isLead ? WordsOf(form, replies, reader.Texts) : []);
    }

    static List<WrittenAnswers> WordsOf(Form form, SurveyReplies replies, PageTexts texts) =>
    [
        .. form.Questions.Where(question => question is TextQuestion && !WorkbookAnswers.IsPersonal(question))
            .Select(question => new WrittenAnswers(texts[$"{form.Name}.{question.Key}"], [.. Of(question.Key, replies)]))
            .Where(written => written.Answers.Count > 0),
    ];

    static IEnumerable<WrittenAnswer> Of(string question, SurveyReplies replies) =>
        from reply in replies.Replies
        let text = reply[question]
        where text is not null
        select new WrittenAnswer(
            text, CommentRules.ConsentOf(reply) is { } said ? $"surveys.consent.{said}" : "surveys.consent.unsaid");
}

/// <summary>What people wrote to a question.</summary>
/// <param name="Title">The question.</param>
/// <param name="Answers">Without names.</param>
public sealed record WrittenAnswers(string Title, IReadOnlyList<WrittenAnswer> Answers);

/// <summary>Somebody's words.</summary>
/// <param name="Text">As written.</param>
/// <param name="ConsentKey">Text that says whether they may be quoted.</param>
public sealed record WrittenAnswer(string Text, string ConsentKey);
