using Ilnp.Committee.Acts;
using Ilnp.Intake;
using Ilnp.Intake.Answers;
using Ilnp.Programme;

namespace Ilnp.Committee.FormQuestions;

/// <summary>The page of what forms ask.</summary>
/// <param name="Reader">Who reads.</param>
/// <param name="Rows">By what is to be done about them.</param>
/// <param name="Waiting">Messages that are to be read again.</param>
/// <param name="Addresses">Where forms send to.</param>
/// <param name="Done">Name of what was just done; empty for nothing.</param>
public sealed record QuestionsModel(
    CommitteeReader Reader, IReadOnlyList<QuestionRow> Rows, int Waiting, IReadOnlyList<WebhookAddress> Addresses, string Done)
{
    /// <summary>Messages for rounds that are not here; none where the round takes no applications.</summary>
    public StrayList Strays { get; init; } = StrayList.Empty;

    /// <summary>What is wrong with what forms sign with; none for nothing.</summary>
    public IReadOnlyList<IntakeProblem> SecretLines { get; init; } = [];

    /// <summary>What a question is, and how a message would be read, leads say and see: answers stand there.</summary>
    public bool IsForLead => Reader.Member.Is(CommitteeRole.Lead);

    /// <summary>Longer lists are no form's any more.</summary>
    public const int MostShown = 300;

    /// <summary>In the order in which somebody has to do something about them.</summary>
    public IEnumerable<(string TitleKey, IReadOnlyList<QuestionRow> Rows)> Parts =>
        Rows.Take(MostShown).GroupBy(row => row.State).Select(part => (TitleKeyOf(part.Key), (IReadOnlyList<QuestionRow>)[.. part]));

    static string TitleKeyOf(QuestionState state) => state switch
    {
        QuestionState.Open => "questions.open",
        QuestionState.Read => "questions.read",
        _ => "questions.unused",
    };
}

/// <summary>A question's figures, on its page and in the list.</summary>
public sealed record QuestionFigures(CommitteeReader Reader, QuestionRow Row);

/// <summary>A question's page: what its answers look like, what it is read as, and what a press causes.</summary>
/// <param name="Reader">Who reads.</param>
/// <param name="Row">The question.</param>
/// <param name="Acts">What the committee did about it, the first one first.</param>
/// <param name="IsMissing">Nothing was chosen when the button was pressed.</param>
/// <param name="Done">Name of what was just done; empty for nothing.</param>
public sealed record QuestionModel(CommitteeReader Reader, QuestionRow Row, IReadOnlyList<CommitteeAct> Acts, bool IsMissing, string Done)
{
    public string Action { get; } = ActAddress.Pressed(
        QuestionPaths.OfQuestion(Reader.Cohort.Id, Row.Question.QuestionId), QuestionPages.AboutOf(Row.Said), Acts.Count);

    public static IReadOnlyList<ApplicationField> Fields { get; } = Enum.GetValues<ApplicationField>();

    /// <summary>Text of an act.</summary>
    public static string TextKeyOf(CommitteeAct act) => act.Action switch
    {
        QuestionPages.LeaveOut => "questions.act.leave-out",
        QuestionPages.TakeBack => "questions.act.take-back",
        _ => "questions.act.set",
    };

    public Dictionary<string, string> FactsOf(CommitteeAct act) => new()
    {
        ["name"] = Reader.Cohort.MemberName(act.MemberId),
        ["field"] = act.Changes is [var change]
            ? QuestionPaths.Named(Reader.Texts, act.Action == QuestionPages.TakeBack ? change.Before : change.After)
            : "",
    };
}
