using Ilnp.Intake;
using Ilnp.Programme;
using Ilnp.Screening.Duplicates;
using Ilnp.Texts;

namespace Ilnp.Committee.Duplicates;

/// <summary>Two who may be one, as they applied.</summary>
/// <param name="Proposal">Why it is asked, and what was decided.</param>
/// <param name="First">Who applied first.</param>
/// <param name="Second">Who applied later.</param>
/// <param name="Lines">What they told us, line by line.</param>
/// <param name="Decide">The reader's own link to decide; null where nobody has asked the reader.</param>
public sealed record ComparedPair(
    DuplicateProposal Proposal, Person First, Person Second, IReadOnlyList<ComparedLine> Lines, Uri? Decide)
{
    /// <summary>As each wrote it.</summary>
    public ComparedLine Names =>
        Lines.FirstOrDefault(line => line.LabelKey == "summary.name") ?? new("summary.name", First.Name, Second.Name);

    /// <summary>What the latest application of each says, whatever was made of the two since. Pure.</summary>
    public static IReadOnlyList<ComparedLine> LinesOf(Application? first, Application? second, CohortSettings cohort, PageTexts texts)
    {
        var (one, other) = (Told(first, cohort, texts), Told(second, cohort, texts));
        return
        [
            .. one.Concat(other).Select(line => line.LabelKey).Distinct()
                .Select(label => new ComparedLine(label, Value(one, label), Value(other, label))),
        ];
    }

    static string Value(IEnumerable<(string LabelKey, string Value)> told, string label) =>
        told.FirstOrDefault(line => line.LabelKey == label).Value ?? "";

    static List<(string LabelKey, string Value)> Told(Application? application, CohortSettings cohort, PageTexts texts) =>
        application?.Answers is not { } answers ? [] :
        [
            ("person.email", answers.Email ?? ""),
            ("import.applied", DateText.At(application.AppliedAt, cohort, texts.Language)),
            .. ApplicationSummary.Lines(answers, texts),
        ];
}

/// <summary>A line of the two.</summary>
/// <param name="LabelKey">Text.</param>
/// <param name="First">Empty where nothing was said.</param>
/// <param name="Second">Empty where nothing was said.</param>
public sealed record ComparedLine(string LabelKey, string First, string Second)
{
    public bool IsSame => First.Length > 0 && First == Second;
}
