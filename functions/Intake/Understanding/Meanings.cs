using Microsoft.DurableTask.Client;

namespace Ilnp.Intake.Understanding;

/// <summary>What the committee says of a word: kept for all later readings, and then worked into all earlier ones.</summary>
public sealed class Meanings(MeaningStore store)
{
    /// <summary>False when somebody was first with something else. Said again, it is begun again where that had not come about.</summary>
    public async Task<bool> SayAsync(DurableTaskClient client, Meaning said, CancellationToken cancellation)
    {
        if (!await store.TrySayAsync(said, cancellation)
            && !(await store.FindAsync(said.CohortId, said.WordId, cancellation) is { } there && there.SaysTheSame(said))) return false;
        var word = new WordSaid(said.CohortId, said.WordId);
        await client.StartUnlessDoneAsync(
            nameof(MeaningOrchestrator), word, $"meaning-{said.CohortId}-{said.WordId}-{said.Version}", cancellation);
        return true;
    }
}
