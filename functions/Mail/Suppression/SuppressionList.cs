using System.Collections.Concurrent;
using Azure.Data.Tables;
using Ilnp.Mail.Senders;
using Ilnp.Storage;
using Microsoft.Extensions.Options;

namespace Ilnp.Mail.Suppression;

/// <summary>
/// Addresses that get no mail, across cohorts: table <c>MailSuppressions</c>, one partition, a row for each stream and
/// <see cref="AddressKeys">key of an address</see>. Held in memory and read again every few minutes, so that a mail costs no request more.
/// </summary>
public sealed class SuppressionList(TableServiceClient service, TimeProvider time, IOptions<MailOptions> options) : IDisposable
{
    const string Partition = "address";

    readonly RecordTable<Suppressed> rows = new(service, "MailSuppressions");
    readonly SemaphoreSlim reading = new(1, 1);
    ConcurrentDictionary<string, Suppressed> known = new();
    DateTimeOffset readAt = DateTimeOffset.MinValue;

    /// <summary>Why the address gets no mail of the stream; null when it does.</summary>
    public async Task<string?> ReasonAsync(string addressKey, MailStream stream, CancellationToken cancellation = default)
    {
        await RefreshAsync(cancellation);
        if (known.TryGetValue(Row(MailStream.Essential, addressKey), out var all)) return all.Reason;
        return known.TryGetValue(Row(stream, addressKey), out var one) ? one.Reason : null;
    }

    /// <summary>Those who get mail, and why another does not.</summary>
    internal async Task<(IReadOnlyList<Recipient> Reached, string? Reason)> ReachedAsync(OutgoingMail mail, CancellationToken cancellation)
    {
        var (reached, reason) = (new List<Recipient>(), (string?)null);
        foreach (var recipient in mail.To)
            if (await ReasonAsync(recipient.Key, mail.Stream, cancellation) is { } off) reason = off;
            else reached.Add(recipient);
        return (reached, reason);
    }

    /// <summary>What stands on this list of the address; null when nothing does.</summary>
    public async Task<Suppressed?> FindAsync(string addressKey, MailStream stream, CancellationToken cancellation = default) =>
        (await rows.FindAsync(Partition, Row(stream, addressKey), cancellation))?.Value;

    /// <summary>Puts an address on the list; it stays as it is when it is there.</summary>
    public async Task AddAsync(string addressKey, MailStream stream, string reason, CancellationToken cancellation = default)
    {
        var suppressed = new Suppressed(stream, reason, time.GetUtcNow());
        await rows.TryAddAsync(Partition, Row(stream, addressKey), suppressed, cancellation);
        known.TryAdd(Row(stream, addressKey), suppressed);
    }

    /// <summary>Takes an address off the list, for instance after its owner mended the mailbox.</summary>
    public async Task RemoveAsync(string addressKey, MailStream stream, CancellationToken cancellation = default)
    {
        await rows.DeleteAsync(Partition, Row(stream, addressKey), cancellation);
        known.TryRemove(Row(stream, addressKey), out _);
    }

    static string Row(MailStream stream, string addressKey) => $"{stream.ToString().ToLowerInvariant()}|{addressKey}";

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
