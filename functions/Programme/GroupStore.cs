using Azure.Data.Tables;
using Ilnp.Storage;

namespace Ilnp.Programme;

/// <summary>Groups by cohort: table <c>Groups</c>, partition cohort, row group.</summary>
public sealed class GroupStore(TableServiceClient service)
{
    readonly RecordTable<Group> groups = new(service, "Groups");

    public async Task<Group?> FindAsync(string cohortId, string groupId, CancellationToken cancellation = default) =>
        (await groups.FindAsync(cohortId, groupId, cancellation))?.Value;

    /// <summary>The group.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public async Task<Group> GetAsync(string cohortId, string groupId, CancellationToken cancellation = default) =>
        await FindAsync(cohortId, groupId, cancellation) ?? throw new KeyNotFoundException($"Cohort {cohortId} has no group {groupId}.");

    /// <summary>All groups ever formed in the cohort, in the order of forming.</summary>
    public async Task<IReadOnlyList<Group>> ListAsync(string cohortId, CancellationToken cancellation = default) =>
        [.. (await groups.ListAsync(cohortId, cancellation: cancellation)).Select(stored => stored.Value)];

    public Task<bool> TryAddAsync(Group group, CancellationToken cancellation = default) =>
        groups.TryAddAsync(group.CohortId, group.GroupId, group, cancellation);

    public Task<Group?> UpdateAsync(string cohortId, string groupId, Func<Group, Group> change, CancellationToken cancellation = default) =>
        groups.UpdateAsync(cohortId, groupId, change, cancellation);

    /// <summary>Changes many as they are stored now, in a few transactions.</summary>
    public Task UpdateManyAsync(
        string cohortId, IEnumerable<string> groupIds, Func<Group, Group> change, CancellationToken cancellation = default) =>
        groups.UpdateManyAsync(cohortId, groupIds.ToHashSet(), change, cancellation);

    /// <summary>Writes proposals, in place of others of the same numbers.</summary>
    public Task PutManyAsync(string cohortId, IEnumerable<Group> changed, CancellationToken cancellation = default) =>
        groups.PutManyAsync(cohortId, changed.Select(group => (group.GroupId, group)), cancellation);

    /// <summary>Changes all of the cohort as they are stored now.</summary>
    public Task UpdateAllAsync(string cohortId, Func<Group, Group> change, CancellationToken cancellation = default) =>
        groups.UpdateAllAsync(cohortId, change, cancellation: cancellation);

    /// <summary>Deletes the first of a cohort whose time is over; gives how many.</summary>
    public Task<int> ForgetAsync(string cohortId, int most, CancellationToken cancellation = default) =>
        groups.DeleteFirstAsync(cohortId, most, cancellation);

    /// <summary>Takes a proposal back. Groups that were introduced are never deleted.</summary>
    public Task DeleteAsync(string cohortId, string groupId, CancellationToken cancellation = default) =>
        groups.DeleteAsync(cohortId, groupId, cancellation);
}
