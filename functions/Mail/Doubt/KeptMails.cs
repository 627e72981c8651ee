using System.Globalization;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Ilnp.Mail.Senders;
using Ilnp.Programme;

namespace Ilnp.Mail.Doubt;

/// <summary>
/// Mails of which nobody knows whether they went out: container <c>mails-in-doubt</c>, <c>&lt;cohort&gt;/&lt;hash of the key&gt;.json</c>.
/// One is kept when it is found to be in doubt, so that all others cost nothing, and goes once somebody has said what becomes of it.
/// </summary>
public sealed class KeptMails(BlobServiceClient service, PeopleStore people, GroupStore groups)
{
    /// <summary>Name of the container.</summary>
    public const string Container = "mails-in-doubt";

    /// <summary>Metadata: the day of the first attempt.</summary>
    const string Written = "written";

    const string Day = "yyyyMMdd";

    /// <summary>
    /// Metadata: what lists show of the mail. Left out where it is too long, and in mails that were kept before it was written.
    /// </summary>
    const string Head = "head";

    /// <summary>Letters of a head; a blob has 8 KiB of metadata.</summary>
    const int LongestHead = 7000;

    readonly BlobContainerClient kept = service.GetBlobContainerClient(Container);

    /// <summary>Keeps it as it was written. Not cancelled: without it nobody could send the mail again.</summary>
    public async Task KeepAsync(OutgoingMail mail)
    {
        await kept.CreateIfNotExistsAsync();
        var one = KeptMail.Of(mail, await PlaceAsync(mail.Key, CancellationToken.None));
        var metadata = new Dictionary<string, string>
        {
            [Written] = mail.FirstAttemptAt.UtcDateTime.ToString(Day, CultureInfo.InvariantCulture),
        };
        var head = Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(KeptHead.Of(one)));
        if (head.Length <= LongestHead) metadata[Head] = head;
        await Blob(mail.Key).UploadAsync(BinaryData.FromObjectAsJson(one), new BlobUploadOptions { Metadata = metadata });
    }

    /// <summary>Null when it was not kept, or is not any more.</summary>
    public async Task<KeptMail?> FindAsync(MailKey key, CancellationToken cancellation) => await ReadAsync(Blob(key), cancellation);

    /// <summary>What lists show of these mails of a cohort, in one request for all of them; without those that were not kept.</summary>
    public async Task<IReadOnlyDictionary<MailKey, KeptHead>> HeadsAsync(
        string cohortId, IEnumerable<MailKey> keys, CancellationToken cancellation)
    {
        var wanted = keys.ToDictionary(NameOf);
        var found = (await ListAsync(cohortId, cancellation)).Where(blob => wanted.ContainsKey(blob.Name));
        var heads = await Task.WhenAll(found.Select(async blob => (Key: wanted[blob.Name], Head: await HeadAsync(blob, cancellation))));
        return heads.Where(one => one.Head is not null).ToDictionary(one => one.Key, one => one.Head!);
    }

    async Task<KeptHead?> HeadAsync(BlobItem blob, CancellationToken cancellation) =>
        blob.Metadata.TryGetValue(Head, out var head) ? JsonSerializer.Deserialize<KeptHead>(Convert.FromBase64String(head))
        : await ReadAsync(kept.GetBlobClient(blob.Name), cancellation) is { } mail ? KeptHead.Of(mail)
        : null;

    /// <summary>Where the recipient stands now.</summary>
    async Task<MailPlace> PlaceAsync(MailKey key, CancellationToken cancellation)
    {
        var person = await people.FindAsync(key.CohortId, key.PersonId, cancellation);
        var groupId = person is null ? key.PersonId : person.GroupId;
        return MailPlace.Of(person, groupId is null ? null : await groups.FindAsync(key.CohortId, groupId, cancellation));
    }

    /// <summary>Nothing happens when there is none.</summary>
    public async Task LetGoAsync(MailKey key, CancellationToken cancellation)
    {
        if (await kept.ExistsAsync(cancellation)) await Blob(key).DeleteIfExistsAsync(cancellationToken: cancellation);
    }

    /// <summary>Lets all go that were written before a day, whoever's they are.</summary>
    public Task PurgeAsync(DateOnly before, CancellationToken cancellation)
    {
        var day = before.ToString(Day, CultureInfo.InvariantCulture);
        return LetGoAsync("", blob => string.CompareOrdinal(blob.Metadata[Written], day) < 0, int.MaxValue, cancellation);
    }

    /// <summary>Lets those of a cohort go that are in doubt no more.</summary>
    /// <param name="cohortId">The cohort.</param>
    /// <param name="inDoubt">Of which nobody knows it still.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task KeepOnlyAsync(string cohortId, IEnumerable<MailKey> inDoubt, CancellationToken cancellation)
    {
        var names = inDoubt.Select(NameOf).ToHashSet();
        await LetGoAsync(cohortId, blob => !names.Contains(blob.Name), int.MaxValue, cancellation);
    }

    /// <summary>Those of a cohort that somebody is mentioned in, or that are for them.</summary>
    public async Task EraseAsync(string cohortId, Func<KeptMail, bool> isOfThem, CancellationToken cancellation)
    {
        foreach (var blob in await ListAsync(cohortId, cancellation))
            if (await ReadAsync(kept.GetBlobClient(blob.Name), cancellation) is { } mail && isOfThem(mail))
                await kept.DeleteBlobIfExistsAsync(blob.Name, cancellationToken: cancellation);
    }

    public Task<int> ForgetAsync(string cohortId, int most, CancellationToken cancellation) =>
        LetGoAsync(cohortId, _ => true, most, cancellation);

    async Task<int> LetGoAsync(string cohortId, Func<BlobItem, bool> isDue, int most, CancellationToken cancellation)
    {
        var due = (await ListAsync(cohortId, cancellation)).Where(isDue).Take(most).ToList();
        foreach (var blob in due) await kept.DeleteBlobIfExistsAsync(blob.Name, cancellationToken: cancellation);
        return due.Count;
    }

    /// <summary>Of a cohort, or of all for "". Where no mail ever was in doubt there is no container.</summary>
    async Task<IReadOnlyList<BlobItem>> ListAsync(string cohortId, CancellationToken cancellation)
    {
        var found = new List<BlobItem>();
        var wanted = new GetBlobsOptions { Traits = BlobTraits.Metadata, Prefix = cohortId.Length == 0 ? null : $"{cohortId}/" };
        try
        {
            await foreach (var blob in kept.GetBlobsAsync(wanted, cancellation)) found.Add(blob);
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return [];
        }

        return found;
    }

    static async Task<KeptMail?> ReadAsync(BlobClient blob, CancellationToken cancellation)
    {
        try
        {
            return (await blob.DownloadContentAsync(cancellation)).Value.Content.ToObjectFromJson<KeptMail>();
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }
    }

    static string NameOf(MailKey key) => $"{key.CohortId}/{key.Hash}.json";

    BlobClient Blob(MailKey key) => kept.GetBlobClient(NameOf(key));
}
