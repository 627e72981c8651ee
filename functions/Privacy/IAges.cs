namespace Ilnp.Privacy;

/// <summary>
/// Records that belong to no cohort and go by their own age: registered by the room that keeps them, looked at each night.
/// </summary>
public interface IAges
{
    /// <param name="most">Records at most; whatever is left is for another night.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <returns>How many were deleted.</returns>
    Task<int> LetGoAsync(int most, CancellationToken cancellation);
}
