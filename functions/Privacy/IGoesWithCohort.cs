namespace Ilnp.Privacy;

/// <summary>
/// Records of a cohort that are free of its people's data, and of no use once its time is over: registered by the room that keeps them, so
/// that years of cohorts leave nothing behind that only grows.
/// </summary>
public interface IGoesWithCohort
{
    /// <param name="cohortId">A cohort whose time is over.</param>
    /// <param name="most">Records at most; whatever is left is for another day.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <returns>How many were deleted.</returns>
    Task<int> ForgetAsync(string cohortId, int most, CancellationToken cancellation);
}
