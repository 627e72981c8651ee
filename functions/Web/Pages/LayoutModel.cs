namespace Ilnp.Web.Pages;

/// <summary>What every page has around its content.</summary>
/// <param name="Texts">In the reader's language.</param>
/// <param name="Title">Plain text; the first thing a screen reader says.</param>
/// <param name="Programme">The cohort's name above the content, null on pages of no cohort.</param>
public sealed record LayoutModel(PageTexts Texts, string Title, string? Programme = null);
