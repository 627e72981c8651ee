using System.ComponentModel.DataAnnotations;

namespace Ilnp.Links;

/// <summary>How the pages are reached.</summary>
public sealed class WebOptions
{
    public const string Section = "Web";

    /// <summary>Where people reach the app, for the links in mails: <c>https://ilnp.example.org</c>.</summary>
    [Required(ErrorMessage = "Web:PublicUrl is missing: links in mails need the address under which people reach this app.")]
    [Url(ErrorMessage = "Web:PublicUrl is not an http or https address.")]
    public string PublicUrl { get; init; } = "";

    /// <summary><see cref="PublicUrl"/> with a slash at its end, so that paths can be added.</summary>
    public Uri BaseAddress => new(PublicUrl.TrimEnd('/') + '/');
}
