using System.ComponentModel.DataAnnotations;

namespace Ilnp.Web;

/// <summary>How the pages are reached.</summary>
public sealed class WebOptions
{
    public const string Section = "Web";

    /// <summary>Where people reach the app, for the links in mails: <c>https://ilnp.example.org</c>.</summary>
    [Required(ErrorMessage = "Web:PublicUrl is missing: links in mails need the address under which people reach this app.")]
    [Url(ErrorMessage = "Web:PublicUrl is not an http or https address.")]
    public string PublicUrl { get; init; } = "";

    /// <summary>Minutes in which a mailed sign-in link can be used.</summary>
    [Range(1, int.MaxValue, ErrorMessage = "Web:SignInMinutes is less than one minute.")]
    public int SignInMinutes { get; init; } = 30;

    /// <summary>Days that a committee member stays signed in.</summary>
    [Range(1, 3650, ErrorMessage = "Web:SessionDays is not between 1 and 3650.")]
    public int SessionDays { get; init; } = 7;

    /// <summary><see cref="PublicUrl"/> with a slash at its end, so that paths can be added.</summary>
    public Uri BaseAddress => new(PublicUrl.TrimEnd('/') + '/');
}
