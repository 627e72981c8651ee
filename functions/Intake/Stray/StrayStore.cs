using System.Text;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Ilnp.Intake.Answers;
using Ilnp.Intake.Providers;
using Ilnp.Programme;

namespace Ilnp.Intake.Stray;

/// <summary>
/// Messages for rounds that are not here, as they came: blob container <c>intake-stray</c>, <c>{provider}/{name}/{message}</c>.
/// </summary>
public sealed class StrayStore(BlobServiceClient service)
{
    const string NamedKey = "named";

    /// <summary>The cohort that is taking it in.</summary>
    const string TakenKey = "takenby";

    /// <summary>The only cohort that may take it in: its signature covers that one.</summary>
    const string MeantForKey = "meantfor";

    readonly RawMessageStore messages = new(service, "intake-stray");

    /// <summary>Keeps a message for a name; false when it was kept before, which then stays.</summary>
    /// <param name="round">As the address named it, which is anything; and the only cohort that it can be for, null for any.</param>
    /// <param name="id">Of the message.</param>
    /// <param name="message">As it came.</param>
    /// <param name="cancellation">Cancels.</param>
    public Task<bool> TryKeepAsync((string Named, string? MeantFor) round, string id, RawMessage message, CancellationToken cancellation)
    {
        var notes = new Dictionary<string, string>
        {
            [NamedKey] = Convert.ToBase64String(Encoding.UTF8.GetBytes(TextAnswer.Quote(round.Named))),
        };
        if (round.MeantFor is { } cohort) notes[MeantForKey] = cohort;
        return messages.TryKeepAsync(PlaceOf(message.Provider, NameIdOf(round.Named)), id, message with { Notes = notes }, cancellation);
    }

    /// <summary>All that are kept, without their bodies.</summary>
    public Task<IReadOnlyList<StrayMessage>> ListAsync(CancellationToken cancellation) => ListUnderAsync("", cancellation);

    /// <summary>Those of one provider.</summary>
    public Task<IReadOnlyList<StrayMessage>> ListAsync(string provider, CancellationToken cancellation) =>
        ListUnderAsync($"{provider}/", cancellation);

    /// <summary>Those of one provider for one name.</summary>
    public Task<IReadOnlyList<StrayMessage>> ListAsync(string provider, string nameId, CancellationToken cancellation) =>
        ListUnderAsync($"{PlaceOf(provider, nameId)}/", cancellation);

    /// <summary>With its body; null when it is not kept any more.</summary>
    public Task<RawMessage?> FindAsync(StrayMessage listed, CancellationToken cancellation) =>
        messages.FindAsync(PlaceOf(listed.Provider, listed.NameId), listed.MessageId, cancellation);

    /// <summary>Lets a cohort take it in, and no other. False when it is gone, or somebody was first.</summary>
    public async Task<bool> TryClaimAsync(StrayMessage listed, string cohortId, CancellationToken cancellation)
    {
        if (!listed.IsOpenTo(cohortId)) return false;
        if (listed.TakenBy is not null) return true;
        try
        {
            var claimed = new Dictionary<string, string>(listed.Blob.Metadata) { [TakenKey] = cohortId };
            await messages.BlobOf(listed.Blob).SetMetadataAsync(claimed, new() { IfMatch = listed.ETag }, cancellation);
            return true;
        }
        catch (RequestFailedException e) when (e.Status is 404 or 412)
        {
            return false;
        }
    }

    /// <summary>False when somebody was first.</summary>
    public async Task<bool> DeleteAsync(StrayMessage listed, CancellationToken cancellation) =>
        await messages.BlobOf(listed.Blob).DeleteIfExistsAsync(cancellationToken: cancellation);

    /// <summary>As it was listed: false also when a cohort has begun to take it in since.</summary>
    public async Task<bool> DeleteUnchangedAsync(StrayMessage listed, CancellationToken cancellation)
    {
        try
        {
            return await messages.BlobOf(listed.Blob)
                .DeleteIfExistsAsync(conditions: new() { IfMatch = listed.ETag }, cancellationToken: cancellation);
        }
        catch (RequestFailedException e) when (e.Status == 412)
        {
            return false;
        }
    }

    /// <summary>Deletes the first whose last day of keeping has passed; gives how many.</summary>
    public async Task<int> PurgeAsync(DateOnly today, int most, CancellationToken cancellation)
    {
        var deleted = 0;
        foreach (var provider in FormProvider.Services)
            if (deleted < most) deleted += await messages.PurgeAsync(provider.Name, today, most - deleted, cancellation);
        return deleted;
    }

    async Task<IReadOnlyList<StrayMessage>> ListUnderAsync(string prefix, CancellationToken cancellation)
    {
        var found = new List<StrayMessage>();
        await foreach (var blob in messages.ListAsync(prefix, cancellation)) found.Add(Read(blob));
        return found;
    }

    static StrayMessage Read(BlobItem blob)
    {
        var (provider, receivedAt, retainUntil) = RawMessageStore.Of(blob);
        var named = Encoding.UTF8.GetString(Convert.FromBase64String(blob.Metadata[NamedKey]));
        return new(provider, blob.Name.Split('/')[1], named, receivedAt, retainUntil, Of(TakenKey))
        {
            Blob = blob,
            MeantFor = Of(MeantForKey),
        };

        string? Of(string key) => blob.Metadata.TryGetValue(key, out var cohort) ? cohort : null;
    }

    static string PlaceOf(string provider, string nameId) => $"{provider}/{nameId}";

    static string NameIdOf(string named) => StableIds.Of(Encoding.UTF8.GetBytes(named));
}
