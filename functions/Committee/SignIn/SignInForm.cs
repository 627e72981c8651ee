using Ilnp.Forms;

namespace Ilnp.Committee.SignIn;

/// <summary>Asks for the address that the sign-in link goes to.</summary>
static class SignInForm
{
    public static Form Form { get; } = new("sign-in", new EmailQuestion("email") { Autocomplete = "email" });
}
