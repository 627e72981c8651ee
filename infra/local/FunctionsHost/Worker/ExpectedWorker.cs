using System.Security.Cryptography;
using System.Text;

namespace FunctionsHost.Worker;

/// <summary>The one worker that may connect, known by a random id that only it was told.</summary>
sealed class ExpectedWorker(WorkerChannel channel)
{
    int taken;

    public string Id { get; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    /// <summary>The channel for whoever shows the id first; null for anybody else.</summary>
    public WorkerChannel? Take(string? id) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(id ?? ""), Encoding.UTF8.GetBytes(Id))
            && Interlocked.Exchange(ref taken, 1) == 0
            ? channel : null;
}
