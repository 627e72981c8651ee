using Ilnp.Pages;

namespace Ilnp.Own;

/// <summary>One's own page.</summary>
/// <param name="Owner">Whose it is.</param>
/// <param name="Cards">From the top.</param>
/// <param name="Languages">To choose from; null where there is one.</param>
public sealed record OwnPageModel(Owner Owner, IReadOnlyList<OwnCard> Cards, LanguageSwitch? Languages);
