using System.Globalization;
using Ilnp.Mail;
using Ilnp.Programme;

namespace Ilnp.Screening.Duplicates;

/// <summary>
/// Tells both that their applications count as one, or by themselves again: whoever the committee took for somebody else by mistake
/// would hear of nothing any more.
/// </summary>
public sealed class DuplicateLetters(PeopleStore people, Correspondence correspondence)
{
    const string Template = "applications-joined";

    /// <summary>Once for each decision, to the address that each has at that moment.</summary>
    public async Task TellAsync(DuplicateProposal proposal, CancellationToken cancellation)
    {
        var letter = new Letter("duplicate", Occurrence(proposal), Template)
        {
            Model = new Dictionary<string, object?> { ["joined"] = proposal.Decision == DuplicateDecision.Same },
        };
        foreach (var id in new[] { proposal.FirstId, proposal.SecondId })
            if (await people.FindAsync(proposal.CohortId, id, cancellation) is { } person)
                await correspondence.WriteAsync(person, letter, cancellation);
    }

    static string Occurrence(DuplicateProposal proposal) => string.Create(
        CultureInfo.InvariantCulture,
        $"{proposal.ProposalId}-{proposal.Decision.ToString().ToLowerInvariant()}-{proposal.DecidedAt?.UtcDateTime:yyyyMMddHHmmssfff}");
}
