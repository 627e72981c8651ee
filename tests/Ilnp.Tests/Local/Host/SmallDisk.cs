using System.Diagnostics;

namespace Ilnp.Tests.Local.Host;

/// <summary>A disk of a few megabytes, in memory. Only root on Linux may mount one.</summary>
sealed class SmallDisk : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("ilnp-small-disk-");

    SmallDisk()
    {
    }

    public static bool CanBeMade { get; } = CanMount();

    public string Folder => folder.FullName;

    string Ballast => Path.Combine(Folder, "ballast");

    public static SmallDisk Of(int megabytes)
    {
        var disk = new SmallDisk();
        Assert.True(Run("mount", "-t", "tmpfs", "-o", $"size={megabytes}m", "none", disk.Folder), "mount");
        return disk;
    }

    /// <summary>Takes all room but this. Whoever writes there meanwhile may take what is left first: it is full then, too.</summary>
    public void Fill(long bytesLeft)
    {
        using var file = new FileStream(Ballast, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
        var block = new byte[64 << 10];
        try
        {
            while (Left() - bytesLeft is > 0 and var size) file.Write(block, 0, (int)Math.Min(size, block.Length));
        }
        catch (IOException) when (Left() <= bytesLeft)
        {
            // Taken between the question and the write.
        }
    }

    long Left() => new DriveInfo(Folder).AvailableFreeSpace;

    public void MakeRoom() => File.Delete(Ballast);

    static bool CanMount()
    {
        if (!OperatingSystem.IsLinux()) return false;
        var folder = Directory.CreateTempSubdirectory("ilnp-mount-").FullName;
        var can = Run("mount", "-t", "tmpfs", "-o", "size=1m", "none", folder) && Run("umount", folder);
        Directory.Delete(folder);
        return can;
    }

    static bool Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }

    public void Dispose()
    {
        Run("umount", "-l", Folder);
        folder.Delete();
    }
}

/// <summary>A fact that needs a disk of its own.</summary>
[AttributeUsage(AttributeTargets.Method)]
sealed class FactOnASmallDiskAttribute : FactAttribute
{
    public FactOnASmallDiskAttribute()
    {
        if (!SmallDisk.CanBeMade) Skip = "Mounting a small disk is not allowed here: it needs Linux and root.";
    }
}
