using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace Ilnp.Drive;

/// <summary>
/// A folder of this computer, for instance one that a program synchronises. A file's tag is the hash of its bytes. A file is written
/// beside and moved into its place, so that nobody reads half of one.
/// </summary>
sealed class FolderDrive(IOptions<DriveOptions> options) : ISharedDrive
{
    readonly string root = Path.GetFullPath(options.Value.Folder);

    public bool IsOn => true;

    /// <summary>The tag of a file that will be written.</summary>
    public static string TagOf(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));

    public async Task<WrittenFile> WriteAsync(
        string path, ReadOnlyMemory<byte> content, IReadOnlyCollection<string> known, string aside, CancellationToken cancellation)
    {
        var (file, tag) = (PathOf(path), TagOf(content.Span));
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            var beside = Path.Combine(Path.GetDirectoryName(file)!, aside);
            if (File.Exists(file) && TagOf(await File.ReadAllBytesAsync(file, cancellation)) is var there
                && there != tag && !known.Contains(there))
                File.Move(file, beside, overwrite: true);
            await File.WriteAllBytesAsync($"{file}.part", content, cancellation);
            File.Move($"{file}.part", file, overwrite: true);
            return new(tag, null, File.Exists(beside));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DriveFailure(e is UnauthorizedAccessException ? DriveFailure.Denied : DriveFailure.Away, e);
        }
    }

    public Task DeleteAsync(string path, CancellationToken cancellation)
    {
        try
        {
            if (Directory.Exists(Path.GetDirectoryName(PathOf(path)))) File.Delete(PathOf(path));
            return Task.CompletedTask;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DriveFailure(DriveFailure.Denied, e);
        }
    }

    string PathOf(string path) => Path.Combine([root, .. path.Split('/')]);
}
