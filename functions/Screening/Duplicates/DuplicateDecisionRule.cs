using Ilnp.Intake;
using Ilnp.Programme;

namespace Ilnp.Screening.Duplicates;

/// <summary>What a decision on duplicates does to people.</summary>
public static class DuplicateDecisionRule
{
    static readonly string[] Codes = [ReasonCode.Duplicate, ReasonCode.PossibleDuplicate];

    /// <summary>The person with the reason and standing that the decisions on them give.</summary>
    /// <param name="person">As stored.</param>
    /// <param name="proposals">All of the cohort.</param>
    /// <param name="firstId">Who stands for all that are the same as this one; the person itself where nobody is.</param>
    public static Person Found(Person person, IEnumerable<DuplicateProposal> proposals, string firstId)
    {
        string[] found = person.PersonId != firstId ? [ReasonCode.Duplicate]
            : proposals.Any(proposal => proposal.SecondId == person.PersonId && proposal.Decision == DuplicateDecision.Open)
                ? [ReasonCode.PossibleDuplicate] : [];
        IReadOnlyList<string> reasons = [.. person.Reasons.Except(Codes), .. found];
        if (!StandingRule.IsOpen(person.Standing) || reasons.SequenceEqual(person.Reasons)) return person;
        return person with { Reasons = reasons, Standing = StandingRule.Of(reasons) };
    }

    /// <summary>
    /// The person with the answers of all who were found to be the same; their place stays the first date's. Where the answers are from
    /// the same application as before, what the committee corrected since then stays; what it corrected in one of the others holds with it.
    /// </summary>
    /// <param name="person">Who applied first.</param>
    /// <param name="applications">Of the person and of all who are the same.</param>
    /// <param name="cohort">The cohort.</param>
    /// <param name="set">What was set for the others.</param>
    public static Person Earlier(
        Person person, IEnumerable<Application> applications, CohortSettings cohort, IEnumerable<SetAnswers> set)
    {
        person = SetAnswersRule.With(person, set);
        var counting = applications.Where(application => application.Counts).ToList();
        if (counting.Count == 0) return person;
        var blank = person with
        {
            AnsweredAt = DateTimeOffset.MinValue,
            AnswersVersionAt = DateTimeOffset.MinValue,
            ApplicationId = null,
            ApplicationRow = null,
        };
        var answered = counting.Aggregate(
            blank, (known, application) => ApplicantRule.Merge(known, application, application.Answers!, cohort));
        return (answered.ApplicationId == person.ApplicationId ? person : answered) with
        {
            FirstAppliedAt = counting.Min(application => application.AppliedAt),
        };
    }
}
