using System.Security.Cryptography;
using System.Text;
using Azure.Data.Tables;
using Ilnp.Storage;

namespace Ilnp.Links;

/// <summary>Links that were good once: table <c>UsedLinks</c>, one partition, row the token's SHA-256.</summary>
public sealed class UsedLinks(TableServiceClient service)
{
    readonly RecordTable<UsedLink> links = new(service, "UsedLinks");

    /// <summary>False when the token was used before.</summary>
    public Task<bool> TryUseAsync(string token, DateTimeOffset at, CancellationToken cancellation) =>
        links.TryAddAsync("sign-in", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token))), new(at), cancellation);
}

/// <summary>When a link was used, UTC.</summary>
public sealed record UsedLink(DateTimeOffset At);
