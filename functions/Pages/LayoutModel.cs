using Ilnp.Texts;

namespace Ilnp.Pages;

/// <summary>What every page has around its content.</summary>
/// <param name="Texts">In the reader's language.</param>
/// <param name="Title">Plain text; the first thing a screen reader says.</param>
/// <param name="Programme">The cohort's name above the content, null on pages of no cohort.</param>
public sealed record LayoutModel(PageTexts Texts, string Title, string? Programme = null)
{
    /// <summary>The committee's pages have their names above; null on others.</summary>
    public CommitteeNavigation? Navigation { get; init; }

    /// <summary>The languages to choose from; null where there is one.</summary>
    public LanguageSwitch? Languages { get; init; }

    /// <summary>Path of an Atom feed of what the page shows; null for none.</summary>
    public string? Feed { get; init; }
}

/// <summary>The committee's pages of a cohort.</summary>
/// <param name="CohortId">Part of their addresses.</param>
/// <param name="Page">Last part of the path of the one shown, empty for the overview.</param>
/// <param name="Member">Name of whoever is signed in.</param>
public sealed record CommitteeNavigation(string CohortId, string Page, string Member)
{
    /// <summary>Last parts of the paths, in the order of the menu.</summary>
    public static readonly IReadOnlyList<string> Pages = ["", "groups", "people", "matching", "committee"];

    public string Address(string page) => page.Length == 0 ? $"/cohorts/{CohortId}" : $"/cohorts/{CohortId}/{page}";

    public static string TextKey(string page) => page.Length == 0 ? "menu.overview" : $"menu.{page}";
}
