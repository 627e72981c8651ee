namespace Ilnp.Forms;

/// <summary>
/// A form: its texts stand under its name in the pages' texts (<c>name.title</c>, <c>name.intro</c>, <c>name.after</c>,
/// <c>name.question</c>, <c>name.question.option</c>, each with an optional <c>.hint</c>).
/// </summary>
/// <param name="Name">Part of decisions' ids and of text keys.</param>
/// <param name="Questions">In the order of asking.</param>
public sealed record Form(string Name, params IReadOnlyList<Question> Questions)
{
    /// <summary>Key of the choice that an orchestration hears of; null for a form whose answers are only collected.</summary>
    public string? Decides { get; init; }

    /// <summary>
    /// The first answer takes effect at once and for everybody: it cannot be changed, and its receipt does not say that it could.
    /// </summary>
    public bool Final { get; init; }

    /// <summary>End of the path, below the cohort's own page, of what should be looked at first; null where nothing needs be.</summary>
    public string? Review { get; init; }

    /// <summary>Id of a decision by this form: its name and the ids of what it is about.</summary>
    public string DecisionId(params IEnumerable<string> about) => string.Join('-', about.Prepend(Name));

    /// <summary>What the ids of all decisions by this form about something begin with; all of the form's without ids.</summary>
    public string DecisionPrefix(params IEnumerable<string> about) => $"{DecisionId(about)}-";

    /// <summary>Reads what was posted: every question is checked, fields that no question has are ignored.</summary>
    /// <param name="posted">Values by field name, untrusted.</param>
    public FormReading Read(IReadOnlyDictionary<string, IReadOnlyList<string>> posted)
    {
        var given = Questions.ToDictionary(
            question => question.Key, question => question.Clean(posted.GetValueOrDefault(question.Key) ?? []));
        var asked = Questions.Where(question => question.OnlyIf?.IsMet(given) ?? true).ToList();
        var values = given.ToDictionary(
            value => value.Key, value => asked.Exists(question => question.Key == value.Key) ? value.Value : []);
        var errors = asked
            .Select(question => (question.Key, Error: question.Check(values[question.Key])))
            .Where(checkedQuestion => checkedQuestion.Error is not null)
            .ToDictionary(checkedQuestion => checkedQuestion.Key, checkedQuestion => checkedQuestion.Error!);
        return new(values, errors);
    }

    /// <summary>The value that decides, out of valid answers.</summary>
    public string? ChoiceOf(IReadOnlyDictionary<string, IReadOnlyList<string>> answers) => Decides is { } key ? answers[key][0] : null;
}
