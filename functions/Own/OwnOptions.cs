using System.ComponentModel.DataAnnotations;

namespace Ilnp.Own;

/// <summary>How long somebody's own page stays open; beside the pages' own settings.</summary>
public sealed class OwnOptions
{
    public const string Section = "OwnPage";

    /// <summary>Minutes in which a mailed link opens the page.</summary>
    [Range(1, 1440, ErrorMessage = "OwnPage:LinkMinutes is not between 1 and 1440.")]
    public int LinkMinutes { get; init; } = 60;

    /// <summary>Days that the page stays open on a device.</summary>
    [Range(1, 400, ErrorMessage = "OwnPage:SessionDays is not between 1 and 400.")]
    public int SessionDays { get; init; } = 90;
}
