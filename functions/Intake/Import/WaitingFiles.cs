using System.Security.Cryptography;
using Ilnp.Intake.Providers;

namespace Ilnp.Intake.Import;

/// <summary>
/// Files that wait for somebody's decision to import them: among the messages as they came, under an id that nobody can guess, and gone
/// after a day.
/// </summary>
public sealed class WaitingFiles(RawMessageStore messages, TimeProvider time)
{
    const string Prefix = "upload-";

    static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    /// <returns>Its id.</returns>
    public async Task<string> KeepAsync(string cohortId, byte[] file, CancellationToken cancellation)
    {
        var (id, now) = (RandomNumberGenerator.GetHexString(32, lowercase: true), time.GetUtcNow());
        var message = new RawMessage(
            FormProvider.Export.Name, now, new(file, RawMessageStore.FileType), DateOnly.FromDateTime(now.UtcDateTime));
        await messages.TryKeepAsync(cohortId, Prefix + id, message, cancellation);
        return id;
    }

    /// <summary>The file; null when it is too old, was erased, or never was this cohort's.</summary>
    public async Task<byte[]?> FindAsync(string cohortId, string id, CancellationToken cancellation)
    {
        if (!id.All(char.IsAsciiHexDigitLower)) return null;
        if (await messages.FindAsync(cohortId, Prefix + id, cancellation) is not { IsErased: false } kept) return null;
        return time.GetUtcNow() - kept.ReceivedAt < Kept ? kept.Body.Bytes : null;
    }

    /// <summary>Whether a message is such a file.</summary>
    public static bool Is(string messageId) => messageId.StartsWith(Prefix, StringComparison.Ordinal);
}
