namespace Ilnp.Own;

/// <summary>What a step shows somebody on their own page: registered by the step, so that nothing here lists the steps.</summary>
public interface IOwnCard
{
    string Name { get; }

    /// <summary>Where it stands: small numbers come first.</summary>
    int Order { get; }

    /// <summary>The card as it is now; null when there is nothing to show. Changes nothing.</summary>
    Task<OwnCard?> ShowAsync(Owner owner, CancellationToken cancellation);

    /// <summary>Somebody pressed a button of the card.</summary>
    /// <param name="owner">Whose page it is.</param>
    /// <param name="action">One of the card's, or whatever a browser sent.</param>
    /// <param name="cancellation">The request's.</param>
    /// <returns>Where to go on; null when there is no such button for this person now.</returns>
    Task<Uri?> ActAsync(Owner owner, string action, CancellationToken cancellation) => Task.FromResult<Uri?>(null);
}
