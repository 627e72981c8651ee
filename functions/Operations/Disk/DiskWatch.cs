using System.Globalization;
using Azure.Data.Tables;
using Ilnp.Operations.Stuck;
using Ilnp.Storage;

namespace Ilnp.Operations.Disk;

/// <summary>Remembers since when the disk is low, until there is room again: table <c>LowDisk</c>, one row.</summary>
public sealed class DiskWatch(DiskRoom room, TableServiceClient service, TimeProvider time)
{
    const string Partition = "disk", Row = "low";

    readonly RecordTable<LowSince> low = new(service, "LowDisk");

    /// <summary>Looks and remembers; what is stuck, or null while there is room. The same until there was room in between.</summary>
    public async Task<StuckThing?> LookAsync(CancellationToken cancellation)
    {
        if (room.Read() is not { } reading) return null;
        if (reading.IsWell) await low.DeleteAsync(Partition, Row, cancellation);
        else if (reading.IsLow) await low.TryAddAsync(Partition, Row, new(time.GetUtcNow()), cancellation);
        return await NowAsync(reading, cancellation);
    }

    /// <summary>As <see cref="LookAsync"/>, for a page: nothing is remembered.</summary>
    public async Task<StuckThing?> NowAsync(CancellationToken cancellation) =>
        room.Read() is { } reading ? await NowAsync(reading, cancellation) : null;

    async Task<StuckThing?> NowAsync(DiskReading reading, CancellationToken cancellation)
    {
        if (reading.IsWell) return null;
        var since = (await low.FindAsync(Partition, Row, cancellation))?.Value.At ?? (reading.IsLow ? time.GetUtcNow() : null);
        return since is { } at
            ? new(
                StuckKind.Disk, $"disk-{at.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture)}",
                (int)Math.Min(reading.FreeMegabytes, int.MaxValue), at, [], [])
            : null;
    }

    /// <param name="At">UTC.</param>
    sealed record LowSince(DateTimeOffset At);
}
