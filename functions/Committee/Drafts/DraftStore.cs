using System.Security.Cryptography;
using Azure.Data.Tables;
using Ilnp.Storage;

namespace Ilnp.Committee.Drafts;

/// <summary>
/// Cohorts that are being prepared: table <c>Drafts</c>, one partition, and one for when each was opened.
/// Holds names and addresses of the committee.
/// </summary>
public sealed class DraftStore(TableServiceClient service)
{
    const string Partition = "draft", Opened = "opened";

    readonly RecordTable<CohortDraft> drafts = new(service, "Drafts");
    readonly RecordTable<DraftCare> cares = new(service, "Drafts");

    public static string NewId() => RandomNumberGenerator.GetHexString(12, lowercase: true);

    public Task<Stored<CohortDraft>?> FindAsync(string draftId, CancellationToken cancellation = default) =>
        drafts.FindAsync(Partition, draftId, cancellation);

    public async Task<IReadOnlyList<CohortDraft>> ListAsync(CancellationToken cancellation = default) =>
        [.. (await ListStoredAsync(cancellation)).Select(stored => stored.Value).OrderBy(draft => draft.ChangedAt)];

    public Task<IReadOnlyList<Stored<CohortDraft>>> ListStoredAsync(CancellationToken cancellation) =>
        drafts.ListAsync(Partition, cancellation: cancellation);

    /// <summary>When drafts were opened, by their ids; nothing of those that nobody has opened since they were saved.</summary>
    public async Task<IReadOnlyDictionary<string, DraftCare>> CaresAsync(CancellationToken cancellation) =>
        (await cares.ListAsync(Opened, cancellation: cancellation)).ToDictionary(stored => stored.Row, stored => stored.Value);

    /// <summary>Beside the draft, so that whoever only opens it changes no version of it.</summary>
    public Task CareAsync(string draftId, DraftCare care, CancellationToken cancellation) =>
        cares.PutAsync(Opened, draftId, care, cancellation);

    public Task AddAsync(CohortDraft draft, CancellationToken cancellation = default) =>
        drafts.PutAsync(Partition, draft.Id, draft, cancellation);

    /// <summary>False when somebody saved it or threw it away since it was read.</summary>
    public Task<bool> TrySaveAsync(Stored<CohortDraft> read, CohortDraft draft, CancellationToken cancellation = default) =>
        drafts.TryReplaceAsync(read, draft, cancellation);

    public async Task DeleteAsync(string draftId, CancellationToken cancellation = default)
    {
        await drafts.DeleteAsync(Partition, draftId, cancellation);
        await cares.DeleteAsync(Opened, draftId, cancellation);
    }

    /// <summary>False when somebody saved, opened or threw it away since it was read: then it stays, or is gone.</summary>
    public async Task<bool> TryDeleteAsync(Stored<CohortDraft> read, DraftCare care, CancellationToken cancellation)
    {
        if (await cares.FindAsync(Opened, read.Row, cancellation) is not { } now
            || now.Value != care || !await cares.TryDeleteAsync(now, cancellation))
            return false;
        return await drafts.TryDeleteAsync(read, cancellation);
    }
}
