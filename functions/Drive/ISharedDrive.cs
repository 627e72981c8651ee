namespace Ilnp.Drive;

/// <summary>A drive that people share, into which the app writes files that people may change too.</summary>
public interface ISharedDrive
{
    /// <summary>Whether there is one.</summary>
    bool IsOn { get; }

    /// <summary>
    /// Writes a file. What a person changed in it since the app wrote it last is not lost: their file is kept beside it under another name.
    /// Again, after it ended half-way, it writes the same and tells the same.
    /// </summary>
    /// <param name="path">Below the drive's folder, parts by slashes.</param>
    /// <param name="content">All of it.</param>
    /// <param name="known">Tags of what the app wrote last, or had begun to write.</param>
    /// <param name="aside">Name, in the same folder, for a file that somebody changed.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <exception cref="DriveFailure">It could not be written; nothing was lost.</exception>
    Task<WrittenFile> WriteAsync(
        string path, ReadOnlyMemory<byte> content, IReadOnlyCollection<string> known, string aside, CancellationToken cancellation);

    /// <summary>Deletes a file; nothing happens when there is none.</summary>
    /// <exception cref="DriveFailure">It could not be deleted.</exception>
    Task DeleteAsync(string path, CancellationToken cancellation);
}

/// <summary>A file that was written.</summary>
/// <param name="Tag">Of this version, to know whether somebody changed it.</param>
/// <param name="Address">Where people open it; null for a folder of a computer.</param>
/// <param name="Kept">Whether somebody's file is kept under the other name.</param>
public sealed record WrittenFile(string Tag, Uri? Address, bool Kept);

/// <summary>Why a drive could not be written to.</summary>
/// <param name="reason">One of the constants.</param>
/// <param name="inner">What told of it.</param>
public sealed class DriveFailure(string reason, Exception? inner = null)
    : Exception($"The shared drive could not be written to ({reason}).", inner)
{
    /// <summary>
    /// It does not answer, or asks to come later; may not be entered; does not exist; somebody is writing at the same time.
    /// </summary>
    public const string Away = "away", Denied = "denied", Missing = "missing", Busy = "busy", Full = "full";

    public static readonly IReadOnlyList<string> Reasons = [Away, Denied, Missing, Busy, Full];

    public string Reason { get; } = reason;
}
