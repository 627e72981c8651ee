using System.ComponentModel.DataAnnotations;

namespace Ilnp.Committee.SignIn;

/// <summary>How long the committee's sign-in lasts; beside the pages' own settings.</summary>
public sealed class SignInOptions
{
    public const string Section = "Web";

    /// <summary>Minutes in which a mailed sign-in link can be used.</summary>
    [Range(1, 43_200, ErrorMessage = "Web:SignInMinutes is not between 1 and 43200, which is 30 days.")]
    public int SignInMinutes { get; init; } = 30;

    /// <summary>Days that a committee member stays signed in.</summary>
    [Range(1, 3650, ErrorMessage = "Web:SessionDays is not between 1 and 3650.")]
    public int SessionDays { get; init; } = 7;
}
