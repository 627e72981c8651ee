namespace Ilnp.Intake.Import;

/// <summary>Input of the import's orchestration.</summary>
/// <param name="FileId">Of the file that was kept: a hash of its content.</param>
/// <param name="Rows">Number of the last row.</param>
/// <param name="From">The next row to take in, from 1.</param>
public sealed record ImportFile(string CohortId, string FileId, int Rows, int From = 1)
{
    /// <summary>Rows taken in before the history begins anew.</summary>
    public const int Step = 50;
}
