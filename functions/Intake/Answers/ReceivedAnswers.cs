using Ilnp.Intake.Providers;

namespace Ilnp.Intake.Answers;

/// <summary>The answers of one submission by field, collecting what is found wrong on the way.</summary>
sealed class ReceivedAnswers(IReadOnlyDictionary<ApplicationField, RawAnswer> answers)
{
    readonly List<Finding> findings = [];

    public IReadOnlyList<Finding> Findings => findings;

    /// <summary>Whether the form asks for the field.</summary>
    public bool Asks(ApplicationField field) => answers.ContainsKey(field);

    /// <summary>The answer as one line of text, empty when there is none.</summary>
    public string Text(ApplicationField field, int longest = TextAnswer.Longest) =>
        Take(field, TextAnswer.Read(answers.GetValueOrDefault(field)?.Text ?? "", longest));

    /// <summary>The answer as it came, for readers of their own.</summary>
    public string Raw(ApplicationField field) => answers.GetValueOrDefault(field)?.Text ?? "";

    /// <summary>The answer's values, each line of its own; an overlong one is cut.</summary>
    public IReadOnlyList<string> Values(ApplicationField field) =>
        [.. (answers.GetValueOrDefault(field)?.Values ?? []).Take(ListAnswer.Most)
            .SelectMany(TextAnswer.ReadLines).Select(line => Take(field, line))];

    string Heading(ApplicationField field) => answers[field].Question is [var title, ..] ? TextAnswer.Quote(title) : "";

    /// <summary>The reading's value, its problem noted.</summary>
    public T Take<T>(ApplicationField field, Reading<T> reading)
    {
        if (reading.Problem is { } problem) Note(field, problem);
        return reading.Value;
    }

    public void Note(ApplicationField field, string problem) => findings.Add(new(field.Key(), $"The {field.Words()} {problem}."));

    /// <summary>A word of which the committee can say what it means.</summary>
    public void NoteUnclear(WordKind kind, ApplicationField field, string spelling, int place, string problem) =>
        findings.Add(new(field.Key(), $"The {field.Words()} {problem}.") { Word = new(kind, field, spelling, Heading(field), place) });

    /// <summary>About the submission as a whole.</summary>
    public void NoteRow(string words) => findings.Add(new("row", words));

    public void NoteForm(ApplicationField field, string words) => findings.Add(new(field.Key(), words, OfForm: true));
}
