using System.Globalization;
using System.Security.Cryptography;
using Ilnp.Drive;
using Ilnp.Orchestration;
using Ilnp.Programme;
using Ilnp.Texts;
using Microsoft.Extensions.Logging;

namespace Ilnp.Committee.Sharing;

/// <summary>
/// Keeps a cohort's files in the shared drive current. Only what changed is written, each file by itself; what is begun is written down
/// before, so that whatever ended half-way is known the next time.
/// </summary>
public sealed class SharedFiles(
    ISharedDrive drive, SharedContents contents, SharedFileStore store, SharingLetters letters, TimeProvider time,
    ILogger<SharedFiles> logger)
{
    /// <summary>Whoever changed a file has so long to take their changes elsewhere.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(30);

    public bool IsOn => drive.IsOn;

    /// <summary>Writes what changed since the last time; false when a file could not be written, which its row tells.</summary>
    public Task<bool> ShareAsync(CohortSettings cohort, CancellationToken cancellation) => ShareAsync(cohort, isAll: false, cancellation);

    async Task<bool> ShareAsync(CohortSettings cohort, bool isAll, CancellationToken cancellation)
    {
        if (!drive.IsOn) return true;
        var before = (await store.ListAsync(cohort.Id, cancellation)).ToDictionary(file => file.Name);
        var isWell = true;
        foreach (var (name, content) in await contents.OfAsync(cohort, cancellation))
            isWell &= await ShareAsync(cohort, before.GetValueOrDefault(name) ?? new(name), content, isAll, cancellation);
        return isWell;
    }

    /// <summary>
    /// Writes all of them without somebody who was erased. What others had changed has the person in it: where it is kept
    /// beside, also since just now, it goes at once.
    /// </summary>
    /// <returns>False when a file could not be written or deleted.</returns>
    public async Task<bool> WithoutAsync(CohortSettings cohort, CancellationToken cancellation)
    {
        if ((await store.ListAsync(cohort.Id, cancellation)).Count == 0) return true;
        if (!await ShareAsync(cohort, isAll: true, cancellation)) return false;
        foreach (var file in (await store.ListAsync(cohort.Id, cancellation)).Select(WithBegun))
            if (!await LetGoAsync(cohort.Id, file, _ => true, cancellation)) return false;
        return true;
    }

    /// <summary>Deletes all that the app has written of a cohort, and what was kept beside; gives how many files there were.</summary>
    /// <exception cref="DriveFailure">One could not be deleted.</exception>
    public async Task<int> ForgetAsync(string cohortId, CancellationToken cancellation)
    {
        var files = await store.ListAsync(cohortId, cancellation);
        foreach (var file in files)
        {
            foreach (var name in WithBegun(file).Kept.Select(kept => kept.Name).Append(file.Name))
                await drive.DeleteAsync(PathOf(cohortId, name), cancellation);
            await store.DeleteAsync(cohortId, file.Name, cancellation);
        }

        return files.Count;
    }

    async Task<bool> ShareAsync(
        CohortSettings cohort, SharedFile file, byte[] content, bool isAll, CancellationToken cancellation)
    {
        var (now, hash) = (time.GetUtcNow(), Convert.ToHexStringLower(SHA256.HashData(content)));
        var isLeft = await LetGoAsync(cohort.Id, file, kept => now - kept.At > KeptFor, cancellation);
        if (file.Kept.Any(kept => now - kept.At > KeptFor) && isLeft)
            file = file with { Kept = [.. file.Kept.Where(kept => now - kept.At <= KeptFor)] };
        if (!isAll && file.Hash == hash && file is { Begun: null, Problem: null }) return isLeft;
        var begun = file.Begun is { } before ? before with { Hash = hash } : new(hash, Aside(file.Name, now, cohort), now);
        string[] known = [.. new[] { file.Tag, file.Begun?.Hash, hash }.OfType<string>()];
        file = file with { Begun = begun };
        await store.PutAsync(cohort.Id, file, cancellation);
        try
        {
            var written = await drive.WriteAsync(PathOf(cohort.Id, file.Name), content, known, begun.Aside, cancellation);
            file = file with
            {
                Hash = hash,
                Tag = written.Tag,
                Address = written.Address,
                WrittenAt = now,
                Begun = null,
                Problem = null,
                Kept = written.Kept ? [.. file.Kept, new(begun.Aside, begun.At)] : file.Kept,
            };
            if (written.Kept) await letters.TellAsync(cohort, file, goes: isAll, cancellation);
            await store.PutAsync(cohort.Id, file, cancellation);
            return isLeft;
        }
        catch (DriveFailure e)
        {
            logger.LogWarning(e, "{File} of cohort {Cohort} could not be written; it is tried again.", file.Name, cohort.Id);
            await store.PutAsync(cohort.Id, file with { Problem = new(e.Reason, file.Problem?.Since ?? now) }, cancellation);
            return false;
        }
        catch (TransientFailure e)
        {
            logger.LogWarning(e, "That somebody changed {File} of cohort {Cohort} could not be told yet.", file.Name, cohort.Id);
            return false; // It is begun still, so that the next time tells it.
        }
    }

    /// <summary>Whether what was begun has kept something aside is not known: it may have.</summary>
    static SharedFile WithBegun(SharedFile file) =>
        file.Begun is { } begun ? file with { Kept = [.. file.Kept, new(begun.Aside, begun.At)] } : file;

    /// <summary>Deletes some of what was kept beside; false when that was not possible now.</summary>
    async Task<bool> LetGoAsync(string cohortId, SharedFile file, Func<KeptFile, bool> which, CancellationToken cancellation)
    {
        var gone = file.Kept.Where(which).ToList();
        if (gone.Count == 0) return true;
        try
        {
            foreach (var kept in gone) await drive.DeleteAsync(PathOf(cohortId, kept.Name), cancellation);
            await store.PutAsync(cohortId, file with { Kept = [.. file.Kept.Except(gone)] }, cancellation);
            return true;
        }
        catch (DriveFailure e)
        {
            logger.LogWarning(e, "A file kept beside {File} of cohort {Cohort} could not be deleted yet.", file.Name, cohortId);
            return false;
        }
    }

    static string PathOf(string cohortId, string name) => $"{cohortId}/{name}";

    static string Aside(string name, DateTimeOffset now, CohortSettings cohort) =>
        $"{Path.GetFileNameWithoutExtension(name)} (changed by hand, "
            + $"{Zones.Local(now, cohort.TimeZone).ToString("yyyy-MM-dd HHmm", CultureInfo.InvariantCulture)}){Path.GetExtension(name)}";
}
