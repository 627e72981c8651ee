using System.ComponentModel.DataAnnotations;

namespace Ilnp.Pages.Visitors;

/// <summary>How much one visitor may send; beside the pages' own settings.</summary>
public sealed class VisitorOptions
{
    public const string Section = "Web";

    /// <summary>Forms that one address may post in a minute: a library's readers often share one.</summary>
    [Range(1, int.MaxValue, ErrorMessage = "Web:PostsPerMinute is less than one.")]
    public int PostsPerMinute { get; init; } = 60;

    /// <summary>The same for functions that services call.</summary>
    [Range(1, int.MaxValue, ErrorMessage = "Web:ServicePostsPerMinute is less than one.")]
    public int ServicePostsPerMinute { get; init; } = 12_000;
}
