using Ilnp.Intake;
using Ilnp.Programme;

namespace Ilnp.Screening.Duplicates;

/// <summary>What a decision on duplicates does to people.</summary>
public static class DuplicateDecisionRule
{
    static readonly string[] Codes = [ReasonCode.Duplicate, ReasonCode.PossibleDuplicate];

    /// <summary>The person with the reason and standing that the decisions on them as the later one give.</summary>
    public static Person Later(Person person, IEnumerable<DuplicateProposal> proposals)
    {
        var decisions = proposals.Where(proposal => proposal.SecondId == person.PersonId).Select(proposal => proposal.Decision).ToList();
        string[] found = decisions.Contains(DuplicateDecision.Same) ? [ReasonCode.Duplicate]
            : decisions.Contains(DuplicateDecision.Open) ? [ReasonCode.PossibleDuplicate] : [];
        IReadOnlyList<string> reasons = [.. person.Reasons.Except(Codes), .. found];
        if (!StandingRule.IsOpen(person.Standing) || reasons.SequenceEqual(person.Reasons)) return person;
        return person with { Reasons = reasons, Standing = StandingRule.Of(reasons) };
    }

    /// <summary>The person with the answers of all who were found to be the same; their place stays the first date's.</summary>
    /// <param name="person">Who applied first.</param>
    /// <param name="applications">Of the person and of all who are the same.</param>
    /// <param name="cohort">The cohort.</param>
    public static Person Earlier(Person person, IEnumerable<Application> applications, CohortSettings cohort)
    {
        var counting = applications.Where(application => application.Counts).ToList();
        if (counting.Count == 0) return person;
        var blank = person with
        {
            AnsweredAt = DateTimeOffset.MinValue,
            AnswersVersionAt = DateTimeOffset.MinValue,
            ApplicationId = null,
            ApplicationRow = null,
        };
        return counting.Aggregate(blank, (known, application) => ApplicantRule.Merge(known, application, application.Answers!, cohort)) with
        {
            FirstAppliedAt = counting.Min(application => application.AppliedAt),
        };
    }
}
