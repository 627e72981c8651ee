using System.Text;
using System.Text.Json;
using Azure.Data.Tables;
using Ilnp.Programme;
using Ilnp.Storage;

namespace Ilnp.Committee.Acts;

/// <summary>
/// What the committee did about people and groups: table <c>CommitteeActs</c>, partition cohort, row subject and
/// press. Holds names, addresses and notes.
/// </summary>
public sealed class CommitteeActStore(TableServiceClient service)
{
    readonly RecordTable<CommitteeAct> acts = new(service, "CommitteeActs");

    /// <summary>About one person or group, the first one first.</summary>
    public async Task<IReadOnlyList<CommitteeAct>> ListAsync(string cohortId, string subjectId, CancellationToken cancellation = default) =>
        [.. (await ReadAsync(cohortId, subjectId, cancellation)).Select(stored => stored.Value).OrderBy(act => act.At)];

    /// <summary>All of a cohort, the first one first.</summary>
    public async Task<IReadOnlyList<CommitteeAct>> ListAllAsync(string cohortId, CancellationToken cancellation) =>
        [.. (await acts.ListAsync(cohortId, cancellation: cancellation)).Select(stored => stored.Value).OrderBy(act => act.At)];

    /// <summary>
    /// Does something once for each press, written down before it is done. The same press may come again at the same time: what one of them
    /// cannot do, since the other has just done it, stays written.
    /// </summary>
    /// <param name="cohortId">The cohort.</param>
    /// <param name="press">One for each time that the page was shown.</param>
    /// <param name="act">What.</param>
    /// <param name="does">Does it; false when it is not possible any more, so that nothing was done and nothing stays written.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<PressEnd> DoOnceAsync(
        string cohortId, string press, CommitteeAct act, Func<BegunAct, Task<bool>> does, CancellationToken cancellation) =>
        await EndAsync(await BeginAsync(cohortId, press, act, cancellation), does, cancellation);

    /// <summary>
    /// As <see cref="DoOnceAsync"/>, and of all who saw the same and decide about it only one does it, whatever each of them decides: the
    /// others are told who. Who began it and did not end it within <see cref="Patience"/> does not stand in the way of the next.
    /// </summary>
    /// <param name="cohortId">The cohort.</param>
    /// <param name="press">One for each time that the page was shown.</param>
    /// <param name="seen">What of the subject the page showed: the same for all who saw the same.</param>
    /// <param name="act">What.</param>
    /// <param name="does">Does it; false when it is not possible any more, so that nothing was done and nothing stays written.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<PressEnd> DoByOneAsync(
        string cohortId, string press, string seen, CommitteeAct act, Func<BegunAct, Task<bool>> does, CancellationToken cancellation)
    {
        var mine = act with { Press = press };
        var row = $"{act.SubjectId}~{StableIds.Of(Encoding.UTF8.GetBytes($"one\n{seen}"))}";
        while (true)
        {
            if (await acts.AddAsync(cohortId, row, mine, cancellation) is { } added) return await EndAsync(new(added), does, cancellation);
            if (await acts.FindAsync(cohortId, row, cancellation) is not { } there) continue;
            if (there.Value.IsSameAs(mine))
            {
                if (await TakeUpAsync(cohortId, row, cancellation) is { } read)
                    return await EndAsync(new(read) { IsAgain = true }, does, cancellation);
            }
            else if (there.Value.IsDone || mine.At - there.Value.At < Patience)
            {
                return new(false) { First = there.Value };
            }
            else
            {
                // It stays written as what it is: begun by somebody, and not known to have ended.
                await acts.MoveAsync(there, $"{row}-{there.Value.At.UtcTicks}", there.Value, cancellation);
            }
        }
    }

    /// <summary>Longer than any press takes.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>
    /// Whether another press about the same was written down since this one was: what is not there any more may be its work.
    /// </summary>
    public async Task<bool> IsOvertakenAsync(BegunAct begun, CancellationToken cancellation) =>
        (await ReadAsync(begun.CohortId, begun.Act.SubjectId, cancellation))
            .Any(other => other.Row != begun.Row && other.Value.Note == begun.Act.Note && other.Value.At >= begun.Act.At);

    async Task<PressEnd> EndAsync(BegunAct begun, Func<BegunAct, Task<bool>> does, CancellationToken cancellation)
    {
        if (begun.Act.IsDone) return new(true);
        if (await does(begun))
        {
            await FinishAsync(begun, cancellation);
            return new(true);
        }

        // The same press, which came again, may have done it meanwhile.
        if (!await acts.TryDeleteAsync(begun.Read, cancellation)
            && (await acts.FindAsync(begun.CohortId, begun.Row, cancellation))?.Value.IsDone == true)
            return new(true);
        var others = (await ReadAsync(begun.CohortId, begun.Act.SubjectId, cancellation)).Where(other => other.Row != begun.Row);
        return new(false) { Latest = others.Select(other => other.Value).MaxBy(other => other.At) };
    }

    /// <summary>Writes down what is about to be done. The same press once more finds what it wrote before.</summary>
    /// <param name="cohortId">The cohort.</param>
    /// <param name="press">One for each time that the page was shown.</param>
    /// <param name="act">What.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<BegunAct> BeginAsync(string cohortId, string press, CommitteeAct act, CancellationToken cancellation)
    {
        var words = JsonSerializer.SerializeToUtf8Bytes(act with { At = default });
        var row = $"{act.SubjectId}~{StableIds.Of([.. Encoding.UTF8.GetBytes(press), 0, .. words])}";
        while (true)
        {
            if (await acts.AddAsync(cohortId, row, act, cancellation) is { } added) return new(added);
            if (await TakeUpAsync(cohortId, row, cancellation) is { } read) return new(read) { IsAgain = true };
        }
    }

    /// <summary>Null when it was found not to be possible, and is not there any more.</summary>
    async Task<Stored<CommitteeAct>?> TakeUpAsync(string cohortId, string row, CancellationToken cancellation)
    {
        while (await acts.FindAsync(cohortId, row, cancellation) is { } read)
        {
            if (read.Value.IsDone) return read;
            if (await acts.ReplaceAsync(read, read.Value with { TakenUp = read.Value.TakenUp + 1 }, cancellation) is { } taken)
                return taken;
        }

        return null;
    }

    /// <summary>Also where the same press, which could not do it again, has just taken it away.</summary>
    async Task FinishAsync(BegunAct begun, CancellationToken cancellation)
    {
        var done = await acts.UpdateAsync(begun.CohortId, begun.Row, act => act with { IsDone = true, TakenUp = 0 }, cancellation);
        if (done is null) await acts.PutAsync(begun.CohortId, begun.Row, begun.Act with { IsDone = true, TakenUp = 0 }, cancellation);
    }

    public async Task EraseAsync(string cohortId, string subjectId, CancellationToken cancellation) =>
        await acts.DeleteManyAsync(
            cohortId, (await ReadAsync(cohortId, subjectId, cancellation)).Select(stored => stored.Row), cancellation);

    public Task UpdateAllAsync(string cohortId, Func<CommitteeAct, CommitteeAct> change, CancellationToken cancellation) =>
        acts.UpdateAllAsync(cohortId, change, cancellation: cancellation);

    /// <returns>How many were deleted.</returns>
    public Task<int> ForgetAsync(string cohortId, int most, CancellationToken cancellation) =>
        acts.DeleteFirstAsync(cohortId, most, cancellation);

    Task<IReadOnlyList<Stored<CommitteeAct>>> ReadAsync(string cohortId, string subjectId, CancellationToken cancellation) =>
        acts.ListAsync(cohortId, $"{subjectId}~", cancellation);
}

/// <summary>What is written down; as it was done before, where the same press came twice.</summary>
/// <param name="Read">As it is stored.</param>
public sealed record BegunAct(Stored<CommitteeAct> Read)
{
    public string CohortId => Read.Partition;

    public string Row => Read.Row;

    public CommitteeAct Act => Read.Value;

    /// <summary>Begun before by the same press, and perhaps half done.</summary>
    public bool IsAgain { get; init; }
}
