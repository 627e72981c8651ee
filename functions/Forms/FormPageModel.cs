using Ilnp.Pages;

namespace Ilnp.Forms;

/// <summary>A page of a form alone, with its title and introduction.</summary>
public sealed record FormPageModel(FormView Form, string? Programme = null)
{
    /// <summary>The languages to choose from; null where there is one.</summary>
    public LanguageSwitch? Languages { get; init; }
}
