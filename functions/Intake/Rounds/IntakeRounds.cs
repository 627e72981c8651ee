using System.Collections.Concurrent;
using Ilnp.Orchestration;
using Microsoft.DurableTask.Client;

namespace Ilnp.Intake.Rounds;

/// <summary>
/// Brings messages into rounds. Whoever is told that a message was accepted can rely on it: then its round was started with it, or
/// exists and will look for it.
/// </summary>
public sealed class IntakeRounds(WaitingMessages waiting, TimeProvider time)
{
    /// <summary>Form services that doubt an answer send again within seconds; of older messages storage knows.</summary>
    static readonly TimeSpan Remembered = TimeSpan.FromMinutes(1);

    const int MostRemembered = 10_000;

    /// <summary>Names this process's rounds, with their number: no other has the same id, so that none has to be asked for.</summary>
    readonly string process = Guid.NewGuid().ToString("N")[..8];

    int number;

    /// <summary>Cohorts that are applied to, and the round that was last begun.</summary>
    readonly ConcurrentDictionary<string, Beginning> begun = new();

    readonly ConcurrentDictionary<SubmissionReceived, DateTimeOffset> joined = new();

    /// <summary>Whether this process brought the message into a round just now.</summary>
    public bool HasJoined(SubmissionReceived message) => joined.TryGetValue(message, out var at) && time.GetUtcNow() - at < Remembered;

    /// <summary>Begins the round of this moment with the message, or adds the message to it.</summary>
    public async Task JoinAsync(DurableTaskClient client, SubmissionReceived message, CancellationToken cancellation)
    {
        while (!await TryJoinAsync(client, message, cancellation)) { }
        if (joined.Count > MostRemembered) joined.Clear();
        joined[message] = time.GetUtcNow();
    }

    /// <summary>False when that took so long that the round may have looked for the last time.</summary>
    async Task<bool> TryJoinAsync(DurableTaskClient client, SubmissionReceived message, CancellationToken cancellation)
    {
        var mine = new Beginning(client, IntakeRound.At(time.GetUtcNow(), $"{process}{Interlocked.Increment(ref number)}", message));
        var beginning = begun.AddOrUpdate(message.CohortId, mine, (_, last) => last.IsFor(mine.Round) ? last : mine);
        await beginning.Started.WaitAsync(cancellation);
        if (beginning == mine) return true;
        await waiting.AddAsync(beginning.Round, message, cancellation);
        if (beginning.Round.IsOpen(time.GetUtcNow())) return true;
        await waiting.RemoveAsync(beginning.Round, [message.ApplicationId], cancellation);
        return false;
    }

    /// <summary>A round, and its start: whoever comes while it is being started waits for that.</summary>
    sealed class Beginning(DurableTaskClient client, IntakeRound round)
    {
        readonly Lazy<Task> started = new(() => client.StartOnceAsync(nameof(IntakeRoundOrchestrator), round, round.InstanceId));

        public IntakeRound Round => round;

        public Task Started => started.Value;

        /// <summary>
        /// Whether another round's messages may come into this one. What could not be started is started anew by whoever comes next.
        /// </summary>
        public bool IsFor(IntakeRound other) =>
            other.Begins == round.Begins && started is not { IsValueCreated: true, Value: { IsFaulted: true } or { IsCanceled: true } };
    }
}
