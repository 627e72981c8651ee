using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Azure.Data.Tables;
using Ilnp.Storage;
using Microsoft.Extensions.Options;

namespace Ilnp.Mail.Suppression;

/// <summary>
/// Addresses that get no mail, across cohorts: table <c>MailSuppressions</c>, one partition, a row for each stream and hash
/// of an address. Held in memory and read again every few minutes, so that a mail costs no request more.
/// </summary>
public sealed class SuppressionList(TableServiceClient service, TimeProvider time, IOptions<MailOptions> options) : IDisposable
{
    const string Partition = "address";

    readonly RecordTable<Suppressed> rows = new(service, "MailSuppressions");
    readonly SemaphoreSlim reading = new(1, 1);
    ConcurrentDictionary<string, Suppressed> known = new();
    DateTimeOffset readAt = DateTimeOffset.MinValue;

    /// <summary>Stands for an address in any case, and does not tell it.</summary>
    public static string Hash(string address) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address.Trim().ToLowerInvariant())))[..40];

    /// <summary>Why the address gets no mail of the stream; null when it does.</summary>
    public async Task<string?> ReasonAsync(string address, MailStream stream, CancellationToken cancellation = default)
    {
        await RefreshAsync(cancellation);
        var hash = Hash(address);
        if (known.TryGetValue(Row(MailStream.Essential, hash), out var all)) return all.Reason;
        return stream == MailStream.Optional && known.TryGetValue(Row(stream, hash), out var optional) ? optional.Reason : null;
    }

    /// <summary>Puts an address, by its hash, on the list; it stays as it is when it is there.</summary>
    public async Task AddAsync(string hash, MailStream stream, string reason, CancellationToken cancellation = default)
    {
        var suppressed = new Suppressed(stream, reason, time.GetUtcNow());
        await rows.TryAddAsync(Partition, Row(stream, hash), suppressed, cancellation);
        known.TryAdd(Row(stream, hash), suppressed);
    }

    /// <summary>Takes an address off the list, for instance after its owner mended the mailbox.</summary>
    public async Task RemoveAsync(string hash, MailStream stream, CancellationToken cancellation = default)
    {
        await rows.DeleteAsync(Partition, Row(stream, hash), cancellation);
        known.TryRemove(Row(stream, hash), out _);
    }

    static string Row(MailStream stream, string hash) => $"{(stream == MailStream.Essential ? "essential" : "optional")}|{hash}";

    async Task RefreshAsync(CancellationToken cancellation)
    {
        if (time.GetUtcNow() - readAt < TimeSpan.FromMinutes(options.Value.SuppressionRefreshMinutes)) return;
        await reading.WaitAsync(cancellation);
        try
        {
            var now = time.GetUtcNow();
            if (now - readAt < TimeSpan.FromMinutes(options.Value.SuppressionRefreshMinutes)) return;
            var stored = await rows.ListAsync(Partition, cancellation: cancellation);
            known = new(stored.Select(row => KeyValuePair.Create(row.Row, row.Value)));
            readAt = now;
        }
        finally
        {
            reading.Release();
        }
    }

    public void Dispose() => reading.Dispose();
}
