namespace Ilnp.Intake;

/// <summary>Whom the committee found to be one person: told by the step that asks the committee.</summary>
public interface IMergedPeople
{
    /// <summary>The id of who stands for somebody that was found to be the same; null for nobody.</summary>
    Task<string?> FirstOfAsync(string cohortId, string personId, CancellationToken cancellation);
}
