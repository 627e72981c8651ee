using Ilnp.Intake.Providers;
using Microsoft.DurableTask.Client;

namespace Ilnp.Intake.Stray;

/// <summary>
/// What a round does about messages that named another. One that is taken in goes through the round's inbox, where the same one counts
/// once, and only then from here: what ended half-way is done again. Two rounds never take in the same one.
/// </summary>
public sealed class StrayTaking(StrayStore strays, ApplicationInbox inbox)
{
    const int AtOnce = 8;

    /// <summary>Takes them in as if they came now.</summary>
    /// <param name="client">Starts intake's orchestrations.</param>
    /// <param name="cohortId">Into this cohort.</param>
    /// <param name="group">Those of this name that had come when it was shown.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <returns>How many; 0 when others were first.</returns>
    public Task<int> TakeInAsync(DurableTaskClient client, string cohortId, ShownStrays group, CancellationToken cancellation) =>
        EachAsync(cohortId, group, (message, stop) => TakeInAsync(client, cohortId, message, stop), cancellation);

    /// <summary>Deletes them, but for those that are being taken in.</summary>
    /// <inheritdoc cref="TakeInAsync(DurableTaskClient, string, ShownStrays, CancellationToken)"/>
    public Task<int> ThrowAwayAsync(string cohortId, ShownStrays group, CancellationToken cancellation) =>
        EachAsync(
            cohortId,
            group,
            async (message, stop) => message.TakenBy is null && await strays.DeleteUnchangedAsync(message, stop),
            cancellation);

    async Task<bool> TakeInAsync(DurableTaskClient client, string cohortId, StrayMessage message, CancellationToken cancellation)
    {
        if (!await strays.TryClaimAsync(message, cohortId, cancellation)) return false;
        if (await strays.FindAsync(message, cancellation) is not { } kept) return false;
        var acceptance = await inbox.AcceptAsync(client, cohortId, FormProvider.Find(kept.Provider)!, kept.Body, cancellation);
        // A round that has gone meanwhile takes in nothing: the message stays until its days are over.
        if (acceptance.Status is not (AcceptanceStatus.Accepted or AcceptanceStatus.AcceptedBefore)) return false;
        return await strays.DeleteAsync(message, cancellation);
    }

    async Task<int> EachAsync(
        string cohortId, ShownStrays group, Func<StrayMessage, CancellationToken, Task<bool>> act, CancellationToken cancellation)
    {
        var done = 0;
        var shown = (await strays.ListAsync(group.Provider, group.NameId, cancellation))
            .Where(message => message.IsOpenTo(cohortId) && message.ReceivedAt <= group.Last);
        var some = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation };
        await Parallel.ForEachAsync(shown, some, async (message, stop) =>
        {
            if (await act(message, stop)) Interlocked.Increment(ref done);
        });
        return done;
    }
}

/// <summary>Messages of one provider for one name, as a page showed them.</summary>
/// <param name="Provider">Name of the form provider.</param>
/// <param name="NameId">Of the name.</param>
/// <param name="Last">When the last of them came, UTC: those that come later are not meant.</param>
public sealed record ShownStrays(string Provider, string NameId, DateTimeOffset Last);
