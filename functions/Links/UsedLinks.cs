using System.Security.Cryptography;
using System.Text;
using Azure.Data.Tables;
using Ilnp.Storage;

namespace Ilnp.Links;

/// <summary>Links that were good once: table <c>UsedLinks</c>, one partition, row the token's SHA-256.</summary>
public sealed class UsedLinks(TableServiceClient service)
{
    const string Partition = "sign-in";

    readonly RecordTable<UsedLink> links = new(service, "UsedLinks");

    /// <summary>False when the token was used before.</summary>
    public Task<bool> TryUseAsync(string token, DateTimeOffset at, CancellationToken cancellation) =>
        links.TryAddAsync(Partition, Row(token), new(at), cancellation);

    public async Task<bool> IsUsedAsync(string token, CancellationToken cancellation) =>
        await links.FindAsync(Partition, Row(token), cancellation) is not null;

    /// <summary>Forgets the first of those that were used before a day; gives how many.</summary>
    public async Task<int> PurgeAsync(DateTimeOffset before, int most, CancellationToken cancellation)
    {
        var old = (await links.ListAsync(Partition, cancellation: cancellation))
            .Where(stored => stored.Value.At < before).Take(most).Select(stored => stored.Row).ToList();
        await links.DeleteManyAsync(Partition, old, cancellation);
        return old.Count;
    }

    static string Row(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}

/// <summary>When a link was used, UTC.</summary>
public sealed record UsedLink(DateTimeOffset At);
