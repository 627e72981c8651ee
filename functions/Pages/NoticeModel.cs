using Ilnp.Texts;
using Microsoft.AspNetCore.Html;

namespace Ilnp.Pages;

/// <summary>A page that says one thing, with a button where something can be done about it.</summary>
/// <param name="Texts">In the reader's language.</param>
/// <param name="TitleKey">Text of the heading.</param>
/// <param name="TextKey">Text below it.</param>
/// <param name="SubmitKey">Text of a button that posts to the same address; null for none.</param>
public sealed record NoticeModel(PageTexts Texts, string TitleKey, string TextKey, string? SubmitKey = null)
{
    /// <summary>Name of the field that tells that the button was pressed.</summary>
    public string SubmitName { get; init; } = "pressed";

    /// <summary>Path and text of a link to where it goes on; null for none.</summary>
    public (string Path, string TextKey)? Onward { get; init; }

    /// <summary>The languages to choose from; null where there is one.</summary>
    public LanguageSwitch? Languages { get; init; }

    /// <summary>A sentence below the text; null for none.</summary>
    public IHtmlContent? More { get; init; }

    /// <summary>What the texts name.</summary>
    public IReadOnlyDictionary<string, string> Facts { get; init; } = new Dictionary<string, string>();
}
