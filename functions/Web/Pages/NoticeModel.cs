namespace Ilnp.Web.Pages;

/// <summary>A page that says one thing, with a button where something can be done about it.</summary>
/// <param name="Texts">In the reader's language.</param>
/// <param name="TitleKey">Text of the heading.</param>
/// <param name="TextKey">Text below it.</param>
/// <param name="Button">Posts to the same address; null for none.</param>
public sealed record NoticeModel(PageTexts Texts, string TitleKey, string TextKey, NoticeButton? Button = null)
{
    public IReadOnlyDictionary<string, string> Facts { get; init; } = new Dictionary<string, string>();
}

/// <summary>A button.</summary>
/// <param name="Name">Name of the field that tells that it was pressed.</param>
/// <param name="TextKey">What it says.</param>
public sealed record NoticeButton(string Name, string TextKey);
