namespace Ilnp.Privacy;

/// <summary>Tells under which other ids somebody stands: found to be one person by the committee, or in another cohort.</summary>
public interface IOtherSelves
{
    /// <summary>Not the one asked about; cohort and person.</summary>
    Task<IReadOnlyList<(string CohortId, string PersonId)>> OfAsync(string cohortId, string personId, CancellationToken cancellation);
}
