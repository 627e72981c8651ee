using FunctionsHost.Azurite;

namespace Ilnp.Local.Running;

/// <summary>One run at a time in a folder. The lock is the operating system's and ends with its process, however that ends.</summary>
sealed class RunLock : IDisposable
{
    /// <summary>A run whose parent was killed needs a moment to notice.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    readonly FileStream held;

    RunLock(FileStream held) => this.held = held;

    /// <exception cref="LocalProblem">Another run holds it, or it is no file.</exception>
    public static async Task<RunLock> TakeAsync(RunFolder folder, CancellationToken cancellation)
    {
        for (var waited = TimeSpan.Zero; ; waited += TimeSpan.FromMilliseconds(100))
        {
            try
            {
                return new(new FileStream(folder.StateFile("lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            }
            catch (UnauthorizedAccessException e)
            {
                throw new LocalProblem(
                    $"{folder.StateFile("lock")}, a file by which two runs see each other, is a folder or somebody else's: "
                    + $"take it away, or name another folder with {folder.Option}.", e);
            }
            catch (IOException e) when (waited >= Patience && !FullDisk.IsIn(e))
            {
                throw new LocalProblem(
                    $"Another run still uses {folder.Root}: let it end, or name another folder with {folder.Option}.", e);
            }
            catch (IOException e) when (!FullDisk.IsIn(e))
            {
                await Task.Delay(100, cancellation); // real time: another process is ending
            }
        }
    }

    public void Dispose() => held.Dispose();
}
