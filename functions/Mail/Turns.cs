namespace Ilnp.Mail;

/// <summary>Lets one request of a key in at a time, within this process. Keys share a fixed number of gates.</summary>
sealed class Turns
{
    readonly SemaphoreSlim[] gates = [.. Enumerable.Range(0, 256).Select(_ => new SemaphoreSlim(1, 1))];

    public async Task<IDisposable> WaitAsync(MailKey key, CancellationToken cancellation)
    {
        var gate = gates[(uint)key.GetHashCode() % gates.Length];
        await gate.WaitAsync(cancellation);
        return new Turn(gate);
    }

    sealed class Turn(SemaphoreSlim gate) : IDisposable
    {
        public void Dispose() => gate.Release();
    }
}
