namespace Ilnp.Forms;

/// <summary>The forms by name; each is defined in its step's folder, and registered there.</summary>
public sealed class FormCatalogue(IEnumerable<Form> forms)
{
    readonly Dictionary<string, Form> byName = forms.ToDictionary(form => form.Name);

    public IEnumerable<Form> All => byName.Values;

    /// <summary>The form.</summary>
    /// <exception cref="KeyNotFoundException">There is none of that name.</exception>
    public Form Get(string name) => byName.GetValueOrDefault(name) ?? throw new KeyNotFoundException($"There is no form '{name}'.");
}
