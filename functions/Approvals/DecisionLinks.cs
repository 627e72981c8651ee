using Ilnp.Links;
using Ilnp.Storage;
using Microsoft.Extensions.Options;

namespace Ilnp.Approvals;

/// <summary>Makes the links that decide.</summary>
public sealed class DecisionLinks(
    DecisionStore store, DecisionTokens tokens, IOptions<ApprovalsOptions> options, IOptions<WebOptions> web, TimeProvider time)
{
    /// <summary>
    /// Keeps the request if it is new and gives the address of its page. A second call with the same id changes nothing
    /// and gives the same address.
    /// </summary>
    public async Task<Uri> OpenAsync(DecisionRequest request, CancellationToken cancellation = default)
    {
        var opened = Opened(request);
        return await store.TryAddAsync(opened, cancellation) ? Address(opened) : await KnownAsync(request, cancellation);
    }

    /// <summary>As <see cref="OpenAsync"/> for several of one cohort, of which those that are new are kept in one write.</summary>
    /// <returns>Their addresses, in the order given.</returns>
    public async Task<IReadOnlyList<Uri>> OpenAllAsync(IReadOnlyList<DecisionRequest> requests, CancellationToken cancellation = default)
    {
        var opened = requests.Select(Opened).ToList();
        var known = await store.AddManyAsync(opened, cancellation);
        return await Task.WhenAll(opened.Select(one => known.Contains(one.DecisionId)
            ? KnownAsync(one.Request, cancellation)
            : Task.FromResult(Address(one))));
    }

    Decision Opened(DecisionRequest request)
    {
        var now = time.GetUtcNow();
        return new() { Request = request, Link = Issue(request, 1, now), OpenedAt = now };
    }

    /// <summary>Of one that was kept before.</summary>
    async Task<Uri> KnownAsync(DecisionRequest request, CancellationToken cancellation)
    {
        var stored = await store.ReadAsync(request.CohortId, request.DecisionId, cancellation)
            ?? throw new InvalidOperationException($"Decision {request.DecisionId} was deleted while it was opened.");
        return tokens.CanMake(stored.Value.Link) ? Address(stored.Value) : Address(await RenewAsync(stored, cancellation));
    }

    /// <summary>
    /// The link of before opens nothing any more: whoever holds it is offered a fresh one, by mail to whom the decision is.
    /// </summary>
    public async Task RenewAsync(Decision decision, CancellationToken cancellation = default)
    {
        if (await store.ReadAsync(decision.CohortId, decision.DecisionId, cancellation) is { } read) await RenewAsync(read, cancellation);
    }

    /// <summary>The decision with a link of the next version, which replaces the one before.</summary>
    internal async Task<Decision> RenewAsync(Stored<Decision> read, CancellationToken cancellation)
    {
        while (true)
        {
            var decision = read.Value with { Link = Issue(read.Value.Request, read.Value.Link.Version + 1, time.GetUtcNow()) };
            if (await store.TryReplaceAsync(read, decision, cancellation)) return decision;
            var before = read.Value.Link.Version;
            read = await store.ReadAsync(decision.CohortId, decision.DecisionId, cancellation)
                ?? throw new InvalidOperationException($"Decision {decision.DecisionId} was deleted while its link was renewed.");
            if (read.Value.Link.Version > before) return read.Value;
        }
    }

    internal Uri Address(Decision decision) => new(web.Value.BaseAddress, $"d/{tokens.Of(decision.Request, decision.Link)}");

    DecisionLink Issue(DecisionRequest request, int version, DateTimeOffset now) =>
        tokens.Issue(request, version, DecisionRules.LinkExpiry(now, request.ClosesAt, options.Value));
}
