using Microsoft.DurableTask.Client;

namespace Ilnp.Operations.Health;

/// <summary>One reading for all who ask within a few seconds, so that asking cannot load the app.</summary>
public sealed class HealthMemory(HealthChecks checks, TimeProvider time)
{
    static readonly TimeSpan Keeps = TimeSpan.FromSeconds(5);

    readonly Lock gate = new();
    Task<HealthReading>? last;
    DateTimeOffset begun;

    public Task<HealthReading> ReadAsync(DurableTaskClient client)
    {
        lock (gate)
        {
            if (last is { IsFaulted: false } && time.GetUtcNow() - begun < Keeps) return last;
            begun = time.GetUtcNow();
            return last = checks.ReadAsync(client);
        }
    }
}
