using Azure.Data.Tables;
using Ilnp.Storage;

namespace Ilnp.Committee.Sharing;

/// <summary>A file of a cohort in the shared drive, as the app knows it.</summary>
/// <param name="Name">In the cohort's folder.</param>
public sealed record SharedFile(string Name)
{
    /// <summary>Of the content that was written last; null before the first time.</summary>
    public string? Hash { get; init; }

    /// <summary>The drive's, of the version that was written last.</summary>
    public string? Tag { get; init; }

    /// <summary>Where people open it; null for a folder of a computer.</summary>
    public Uri? Address { get; init; }

    /// <summary>UTC.</summary>
    public DateTimeOffset? WrittenAt { get; init; }

    /// <summary>What was begun and is not known to have ended; null for nothing.</summary>
    public BegunWrite? Begun { get; init; }

    /// <summary>Why it could not be written, as <see cref="Drive.DriveFailure.Reason"/>, and since when; null while all is well.</summary>
    public DriveProblem? Problem { get; init; }

    /// <summary>What people had changed, kept beside under these names.</summary>
    public IReadOnlyList<KeptFile> Kept { get; init; } = [];
}

/// <summary>A write that was begun.</summary>
/// <param name="Hash">Of the content.</param>
/// <param name="Aside">Name for a file that somebody changed.</param>
/// <param name="At">UTC.</param>
public sealed record BegunWrite(string Hash, string Aside, DateTimeOffset At);

/// <summary>Why a file is not current.</summary>
/// <param name="Reason">As <see cref="Drive.DriveFailure.Reason"/>.</param>
/// <param name="Since">UTC.</param>
public sealed record DriveProblem(string Reason, DateTimeOffset Since);

/// <summary>Somebody's version of a file.</summary>
/// <param name="Name">In the cohort's folder.</param>
/// <param name="At">Since when it is there, UTC.</param>
public sealed record KeptFile(string Name, DateTimeOffset At);

/// <summary>What the app has written into the shared drive: table <c>SharedFiles</c>, a partition for each cohort.</summary>
public sealed class SharedFileStore(TableServiceClient service)
{
    public const string Table = "SharedFiles";

    readonly RecordTable<SharedFile> files = new(service, Table);

    public async Task<IReadOnlyList<SharedFile>> ListAsync(string cohortId, CancellationToken cancellation = default) =>
        [.. (await files.ListAsync(cohortId, cancellation: cancellation)).Select(stored => stored.Value)];

    /// <summary>One writes at a time; where two do, what they know differs by nothing but a moment.</summary>
    internal Task PutAsync(string cohortId, SharedFile file, CancellationToken cancellation) =>
        files.PutAsync(cohortId, file.Name, file, cancellation);

    internal Task DeleteAsync(string cohortId, string name, CancellationToken cancellation) =>
        files.DeleteAsync(cohortId, name, cancellation);
}
