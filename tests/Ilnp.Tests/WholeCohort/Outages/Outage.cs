using Ilnp.Tests.Storage;
using Simulation.Time;

namespace Ilnp.Tests.WholeCohort.Outages;

/// <summary>A minute without storage.</summary>
/// <param name="From">UTC.</param>
/// <param name="Requests">
/// To storage that are still served, from then or from the end of the outage before: it begins in the middle of what is done.
/// </param>
sealed record Outage(DateTimeOffset From, int Requests);

/// <summary>
/// Lets outages come at their moments of the simulated clock, one after the other. A minute of that clock, since what waits
/// for storage waits on it: activities try again after 5, 15 and 45 seconds, so that they meet the outage again and again.
/// </summary>
sealed class Outages
{
    static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    readonly Lock gate = new();
    readonly SimulatedClock clock;
    readonly StorageFaults storage;
    readonly StorageFault fault;
    readonly Queue<Outage> coming;
    readonly List<ITimer> ends = [];
    int served;

    public Outages(SimulatedClock clock, StorageFaults storage, StorageFault fault, IEnumerable<Outage> outages)
    {
        (this.clock, this.storage, this.fault) = (clock, storage, fault);
        coming = new(outages);
        storage.Asked = Ask;
    }

    /// <summary>When storage was asked, all requests in their order, UTC.</summary>
    public List<DateTimeOffset> Asked { get; } = [];

    /// <summary>Outages that have not begun.</summary>
    public int Left => coming.Count;

    /// <summary>No more outages, and nothing is noted any more.</summary>
    public void Stop() => storage.Asked = () => { };

    void Ask()
    {
        lock (gate)
        {
            var now = clock.GetUtcNow();
            Asked.Add(now);
            // A connection is lost after the first request has done its work: the answer is what is missing.
            if (storage.Fault == StorageFault.AnswerLost) storage.Fault = fault;
            if (storage.Fault != StorageFault.None || !coming.TryPeek(out var next) || now < next.From || served++ < next.Requests) return;
            (_, served) = (coming.Dequeue(), 0);
            storage.Fault = fault == StorageFault.ConnectionLost ? StorageFault.AnswerLost : fault;
            ends.Add(clock.CreateTimer(_ => storage.Fault = StorageFault.None, null, Minute, Timeout.InfiniteTimeSpan));
        }
    }
}
