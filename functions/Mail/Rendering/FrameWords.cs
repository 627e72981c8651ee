using Ilnp.Texts;

namespace Ilnp.Mail.Rendering;

/// <summary>The words around a mail, as the templates' heads give them: values are marks still.</summary>
/// <param name="Programme">Stands above the mail.</param>
/// <param name="Subject">One line, its values in it.</param>
/// <param name="Preheader">What a list of mails shows after the subject; may be empty.</param>
/// <param name="Why">Why the recipient gets this mail.</param>
/// <param name="Questions">Whom to ask.</param>
/// <param name="Own">The words of the link to the recipient's own page.</param>
/// <param name="Unsubscribe">The words of the link that leaves a list.</param>
/// <param name="Languages">What stands before the names of the other languages.</param>
sealed record FrameWords(
    string Language, string Programme, string Subject, string Preheader,
    string Why, string Questions, string Own, string Unsubscribe, string Languages)
{
    /// <summary>Null for recipients who have no page.</summary>
    public Uri? OwnLink { get; init; }

    /// <summary>Null for mail that is needed.</summary>
    public Uri? UnsubscribeLink { get; init; }

    /// <summary>Where the language of mails is changed; null when there is no other.</summary>
    public Uri? LanguageLink { get; init; }

    /// <summary>The languages to change to.</summary>
    public IReadOnlyList<Locale> Others { get; init; } = [];
}
