namespace Ilnp.Local.Running;

/// <summary>Files and folders that only their owner reads: they hold keys and personal data.</summary>
static class PrivateFiles
{
    const UnixFileMode OwnersFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    const UnixFileMode OwnersFolder = OwnersFile | UnixFileMode.UserExecute;

    /// <summary>Makes a folder, or takes everybody else's rights from one that is there.</summary>
    public static void MakeFolder(string path)
    {
        Directory.CreateDirectory(path);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, OwnersFolder);
    }

    /// <summary>Opens a file that is made here if it is not there.</summary>
    public static FileStream Open(string path, FileMode mode, FileShare share = FileShare.Read)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write, Share = share };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnersFile;
        return new(path, options);
    }

    /// <summary>
    /// Writes a new file whole or not at all: beside it, onto the disk, and then renamed, so that a full disk or a process that
    /// ends on its way leaves no half of one.
    /// </summary>
    public static void WriteWhole(string path, ReadOnlySpan<byte> content)
    {
        var unfinished = $"{path}.new";
        try
        {
            using (var file = Open(unfinished, FileMode.Create))
            {
                file.Write(content);
                file.Flush(flushToDisk: true);
            }

            File.Move(unfinished, path);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }
}
