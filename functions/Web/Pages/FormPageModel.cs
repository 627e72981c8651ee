using Ilnp.Web.Forms;

namespace Ilnp.Web.Pages;

/// <summary>A page of a form alone, with its title and introduction.</summary>
public sealed record FormPageModel(FormView Form, string? Programme = null);
