using System.Security.Cryptography;
using Azure.Data.Tables;
using Ilnp.Storage;

namespace Ilnp.Committee.Drafts;

/// <summary>Cohorts that are being prepared: table <c>Drafts</c>, one partition. Holds names and addresses of the committee.</summary>
public sealed class DraftStore(TableServiceClient service)
{
    const string Partition = "draft";

    readonly RecordTable<CohortDraft> drafts = new(service, "Drafts");

    public static string NewId() => RandomNumberGenerator.GetHexString(12, lowercase: true);

    public Task<Stored<CohortDraft>?> FindAsync(string draftId, CancellationToken cancellation = default) => drafts.FindAsync(Partition, draftId, cancellation);

    public async Task<IReadOnlyList<CohortDraft>> ListAsync(CancellationToken cancellation = default) =>
        [.. (await drafts.ListAsync(Partition, cancellation: cancellation)).Select(stored => stored.Value).OrderBy(draft => draft.ChangedAt)];

    public Task AddAsync(CohortDraft draft, CancellationToken cancellation = default) => drafts.PutAsync(Partition, draft.Id, draft, cancellation);

    /// <summary>False when somebody saved it or threw it away since it was read.</summary>
    public Task<bool> TrySaveAsync(Stored<CohortDraft> read, CohortDraft draft, CancellationToken cancellation = default) => drafts.TryReplaceAsync(read, draft, cancellation);

    public Task DeleteAsync(string draftId, CancellationToken cancellation = default) => drafts.DeleteAsync(Partition, draftId, cancellation);
}
