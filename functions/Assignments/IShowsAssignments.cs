namespace Ilnp.Assignments;

/// <summary>A step that has written words of groups somewhere, and writes them anew when a consent has changed.</summary>
public interface IShowsAssignments
{
    /// <summary>May run again with nothing changed.</summary>
    /// <exception cref="Orchestration.TransientFailure">Not done for now.</exception>
    Task ChangedAsync(string cohortId, CancellationToken cancellation);
}
