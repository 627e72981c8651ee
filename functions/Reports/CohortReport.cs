using Ilnp.Care;
using Ilnp.Usage.Cost;

namespace Ilnp.Reports;

/// <summary>
/// What a cohort's report says: figures and consented words. No address of anybody, no answer beside a name unless its
/// author agreed.
/// </summary>
public sealed record CohortReport
{
    public required string CohortId { get; init; }

    public required string Name { get; init; }

    public string? Organiser { get; init; }

    /// <summary>The day of the announcement.</summary>
    public required DateOnly Announced { get; init; }

    public required DateOnly From { get; init; }

    /// <summary>The last day, inclusive.</summary>
    public required DateOnly To { get; init; }

    public required DateOnly AsOf { get; init; }

    /// <summary>From submission to the last day; each step is part of the one before.</summary>
    public required IReadOnlyList<Share> Funnel { get; init; }

    /// <summary>Most applicants first.</summary>
    public required IReadOnlyList<CountryFigure> Countries { get; init; }

    public required GroupFigures Groups { get; init; }

    /// <summary>Main interest of those who took part, most frequent first.</summary>
    public required IReadOnlyList<Share> Interests { get; init; }

    public required SurveyFigures MidSurvey { get; init; }

    public required SurveyFigures FinalSurvey { get; init; }

    public required IReadOnlyList<Comment> Comments { get; init; }

    /// <summary>Groups that handed in what came of a joint task, of those that were together to the end.</summary>
    public Share JointTasks { get; init; } = new("Handed in a joint task", 0, 0);

    /// <summary>What of it all of a group agreed to have shown.</summary>
    public IReadOnlyList<Comment> JointWords { get; init; } = [];

    /// <summary>How fast there was a new partner for those who heard nothing from theirs.</summary>
    public required SilenceFigures AfterSilence { get; init; }

    /// <summary>Mails that left, by template name, in alphabetical order.</summary>
    public required IReadOnlyList<Share> Mails { get; init; }

    public required int Submissions { get; init; }

    public required int Certificates { get; init; }

    /// <inheritdoc cref="ReportFacts.Cost"/>
    public CostFigures? Cost { get; init; }

    /// <inheritdoc cref="ReportFacts.Others"/>
    public int Others { get; init; }

    /// <inheritdoc cref="ReportFacts.Waiting"/>
    public required int Waiting { get; init; }

    public required int Applicants { get; init; }

    public required int Participants { get; init; }

    public int CountriesApplied => Countries.Count;

    public int CountriesRepresented => Countries.Count(country => country.Participants > 0);

    /// <summary>Those who answered 3 to 5 of 5; of none when nobody answered.</summary>
    public required Share Satisfied { get; init; }

    public required Share WouldRecommend { get; init; }
}

/// <summary>A part of a whole, both as counts.</summary>
public sealed record Share(string Label, int Count, int Of)
{
    /// <summary>0 to 100; 0 of none.</summary>
    public double Percent => Of == 0 ? 0 : 100.0 * Count / Of;
}

/// <param name="Code">ISO 3166-1 alpha-2.</param>
/// <param name="Name">In English; the code when it is no country's.</param>
public sealed record CountryFigure(string Code, string Name, int Applicants, int Participants);

/// <summary>Groups that were introduced.</summary>
/// <param name="Pairs">Running or completed.</param>
/// <param name="Trios">Running or completed.</param>
/// <param name="Rematched">Formed later than the first matching.</param>
/// <param name="Ended">Ended before the last day.</param>
public sealed record GroupFigures(int Pairs, int Trios, int Rematched, int Ended)
{
    /// <summary>Went on after the programme's end, by the consent of all their members.</summary>
    public int GoOn { get; init; }

    /// <summary>Second pairs that heard of each other.</summary>
    public int SecondPairs { get; init; }

    /// <summary>People who wished a second partner, at last.</summary>
    public int SecondWishes { get; init; }
}

/// <summary>A survey's questions with a choice; words are quoted elsewhere.</summary>
public sealed record SurveyFigures(int Asked, int Answered, IReadOnlyList<QuestionFigure> Questions);

/// <summary>How a question was answered: one share for each option, of those who answered it.</summary>
/// <param name="Several">Whether one person could choose several; then shares add up to more than 100 %.</param>
public sealed record QuestionFigure(string Key, string Title, bool Several, int Answered, IReadOnlyList<Share> Options);

/// <summary>Words that may be quoted.</summary>
/// <param name="Topic">What was asked.</param>
/// <param name="By">The name, when its owner agreed; null otherwise.</param>
public sealed record Comment(string Topic, string Text, string? By);
