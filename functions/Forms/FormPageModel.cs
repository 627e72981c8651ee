namespace Ilnp.Forms;

/// <summary>A page of a form alone, with its title and introduction.</summary>
public sealed record FormPageModel(FormView Form, string? Programme = null);
