using Ilnp.Intake;
using Ilnp.Programme;
using Ilnp.Screening.Duplicates;

namespace Ilnp.Screening;

/// <summary>What the committee is shown of what came in.</summary>
public sealed class IntakeReview(
    PeopleStore people, ApplicationStore applications, IntakeProblemStore problems, DuplicateProposalStore proposals)
{
    /// <summary>Figures and lists as they are now. Contains people's names and addresses: for the mail, never for a history.</summary>
    public async Task<IntakeFigures> SummariseAsync(string cohortId, CancellationToken cancellation = default)
    {
        var everybody = await people.ListAsync(cohortId, cancellation);
        var received = await applications.ListAsync(cohortId, cancellation);
        var lines = (await problems.ListAsync(cohortId, cancellation)).Where(problem => problem.IsOpen).ToList();
        var byId = everybody.ToDictionary(person => person.PersonId);
        var proposed = (await proposals.ListAsync(cohortId, cancellation))
            .Where(proposal => byId.ContainsKey(proposal.FirstId) && byId.ContainsKey(proposal.SecondId));
        return IntakeFigures.Of(
            received,
            everybody,
            lines,
            [.. proposed.Select(proposal =>
                new ProposedDuplicate(proposal, Described(byId[proposal.FirstId]), Described(byId[proposal.SecondId])))]);
    }

    static string Described(Person person) =>
        person.ApplicationRow is { } row ? $"{person.Name} ({person.Email}, row {row})" : $"{person.Name} ({person.Email})";
}

/// <summary>The review's figures and lists.</summary>
/// <param name="Received">Submissions of every kind.</param>
/// <param name="Eligible">People who can be chosen, or were.</param>
/// <param name="Ineligible">People who do not meet a qualification.</param>
/// <param name="HeldBack">People who wait for the committee: a possible duplicate, an unknown country.</param>
/// <param name="Duplicates">Submissions of somebody who had applied before, decided proposals included.</param>
/// <param name="Late">Submissions after the closing day.</param>
/// <param name="Countries">Countries of the people, unknown ones left out.</param>
public sealed record IntakeFigures(
    int Received, int Eligible, int Ineligible, int HeldBack, int Duplicates, int Late, int Countries,
    IReadOnlyList<IntakeProblem> Problems, IReadOnlyList<ProposedDuplicate> Proposals)
{
    /// <summary>Counts; pure.</summary>
    public static IntakeFigures Of(
        IReadOnlyList<Application> received, IReadOnlyList<Person> people,
        IReadOnlyList<IntakeProblem> problems, IReadOnlyList<ProposedDuplicate> proposals)
    {
        var single = people.Where(person => !person.Reasons.Contains(ReasonCode.Duplicate)).ToList();
        return new(
            received.Count,
            single.Count(person => person.Standing is not (Standing.Ineligible or Standing.HeldBack)),
            single.Count(person => person.Standing == Standing.Ineligible),
            single.Count(person => person.Standing == Standing.HeldBack),
            received.Count(application => application is { PersonId: not null, Counts: true }) - single.Count,
            received.Count(application => application.Outcome == ApplicationOutcome.Late),
            single.Select(person => person.Country).Where(country => country != Intake.Vocabulary.Countries.Unknown).Distinct().Count(),
            problems,
            proposals);
    }
}

/// <summary>A proposal with the two as the committee knows them: name, address, row.</summary>
public sealed record ProposedDuplicate(DuplicateProposal Proposal, string First, string Second);
