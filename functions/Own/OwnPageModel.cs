namespace Ilnp.Own;

/// <summary>One's own page.</summary>
/// <param name="Owner">Whose it is.</param>
/// <param name="Cards">From the top.</param>
public sealed record OwnPageModel(Owner Owner, IReadOnlyList<OwnCard> Cards);
