using Microsoft.Extensions.Options;

namespace Ilnp.Operations.Disk;

/// <summary>Reads how much room there is.</summary>
public sealed class DiskRoom(IOptions<DiskOptions> options)
{
    /// <summary>Null where no disk is looked after.</summary>
    public DiskReading? Read() => options.Value is { Folder: { Length: > 0 } folder, LowMegabytes: var low }
        ? DiskReading.Of(new DriveInfo(Path.GetFullPath(folder)).AvailableFreeSpace >> 20, low)
        : null;
}

/// <summary>The room on a disk at one moment.</summary>
/// <param name="FreeMegabytes">As the operating system says.</param>
/// <param name="IsLow">Somebody has to make room.</param>
/// <param name="IsWell">There is room again: half as much more than what is low, so that what goes up
/// and down at the mark is told once.</param>
public sealed record DiskReading(long FreeMegabytes, bool IsLow, bool IsWell)
{
    public static DiskReading Of(long freeMegabytes, int lowMegabytes) =>
        new(freeMegabytes, freeMegabytes < lowMegabytes, freeMegabytes >= lowMegabytes + lowMegabytes / 2L);
}
