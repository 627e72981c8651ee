using Ilnp.Drive;
using Ilnp.Orchestration;
using Ilnp.Privacy;
using Ilnp.Programme;
using Ilnp.Texts;

namespace Ilnp.Committee.Sharing;

/// <summary>
/// Names, addresses and standing in the files of the shared drive. Erasure writes them anew without the person, and retention deletes them;
/// earlier versions that the drive itself keeps are the drive's.
/// </summary>
sealed class SharedData(SharedFiles files, SharedFileStore store, CohortStore cohorts) : IPersonalData
{
    public static readonly HeldData Held = new("shared-files", ErasureTurn.Summaries, $"table {SharedFileStore.Table}", "the shared drive");

    public HeldData What => Held;

    /// <summary>In which files; what stands in them is listed where it was said. The report's words are told with the report.</summary>
    public async Task<IReadOnlyList<Holding>> ExportAsync(DataSubject who, PageTexts words, CancellationToken cancellation)
    {
        var names = (await store.ListAsync(who.CohortId, cancellation)).Where(file => file.WrittenAt is not null)
            .Select(file => file.Name).Where(name => name != SharedContents.Report).ToList();
        return names.Count == 0
            ? []
            : [new(names, null, [new HoldingLine(words["privacy.shared-files.title"], string.Join(", ", names))])];
    }

    public async Task EraseAsync(DataSubject who, CancellationToken cancellation)
    {
        if (!await files.WithoutAsync(await cohorts.GetAsync(who.CohortId, cancellation), cancellation))
            throw new TransientFailure("The shared drive could not be written to.");
    }

    public async Task<int> ForgetAsync(string cohortId, int most, CancellationToken cancellation)
    {
        try
        {
            return await files.ForgetAsync(cohortId, cancellation);
        }
        catch (DriveFailure e)
        {
            throw new TransientFailure("A file of the shared drive could not be deleted.", e);
        }
    }
}
