using System.ComponentModel.DataAnnotations;

namespace Ilnp.Operations.Disk;

/// <summary>Settings <c>Disk:*</c>: the disk that everything is kept on, where that is one computer's.</summary>
public sealed class DiskOptions
{
    public const string Section = "Disk";

    /// <summary>A folder on it; null where storage is a service, which has room.</summary>
    public string? Folder { get; set; }

    /// <summary>
    /// Free megabytes below which somebody is told. By room and not by days that are left: a computer's disk is filled by everything else
    /// on it, by a film within an hour, while a cohort of the pilot's size takes less than a tenth of this in its whole life.
    /// </summary>
    [Range(16, 1 << 30, ErrorMessage = "Disk:LowMegabytes is not between 16 and 1073741824.")]
    public int LowMegabytes { get; set; } = 1024;
}
