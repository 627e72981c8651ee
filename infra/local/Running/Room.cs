using FunctionsHost.Azurite;

namespace Ilnp.Local.Running;

/// <summary>
/// The room on the disk of a run. What would fill it is ended before it does, while there still is enough to end in good order;
/// a quota, which nobody tells of beforehand, shows when something cannot be written.
/// </summary>
/// <param name="folder">Everything is written there.</param>
/// <param name="expected">Bytes that the run will write.</param>
sealed class Room(RunFolder folder, long expected)
{
    const long Megabyte = 1 << 20;

    /// <summary>For the files of a moment.</summary>
    const long Least = 4 * Megabyte;

    /// <summary>Real time: the disk is everybody's.</summary>
    static readonly TimeSpan Interval = TimeSpan.FromSeconds(0.5);

    /// <summary>What is told to do when there is none.</summary>
    public string Then { get; init; } = "Make room and start again; what is there is kept.";

    /// <summary>For a start.</summary>
    long Needed => Ending + expected;

    /// <summary>Each database is written anew beside the old one when it is saved.</summary>
    long Ending => Least + Databases.Sum(file => file.Length);

    IEnumerable<FileInfo> Databases => Directory.Exists(folder.Azurite) ? new DirectoryInfo(folder.Azurite).GetFiles("*.json") : [];

    /// <summary>As the operating system says.</summary>
    long Free => new DriveInfo(Disk).AvailableFreeSpace;

    string Disk
    {
        get
        {
            var at = new DirectoryInfo(folder.Root);
            while (!at.Exists && at.Parent is { } parent) at = parent;
            return at.FullName;
        }
    }

    /// <exception cref="LocalProblem">There is too little for a start.</exception>
    public void Require()
    {
        if (Free < Needed) throw Problem("Nothing was started");
    }

    /// <summary>Completes when there is just enough to end in good order; never after a cancellation.</summary>
    public async Task<LocalProblem> GoneAsync(CancellationToken cancellation)
    {
        using var look = new PeriodicTimer(Interval);
        while (await look.WaitForNextTickAsync(cancellation))
            if (Free < Ending) return Problem("Everything was ended in good order before the disk is full");
        throw new OperationCanceledException(cancellation);
    }

    /// <param name="what">What could not be done, or was done instead.</param>
    public LocalProblem Problem(string what, Exception? reason = null) => new(
        $"{what}: the disk of {folder.Root} has {InMegabytes(Free)} free, and about {InMegabytes(Needed)} are needed. {Then}",
        reason);

    static string InMegabytes(long bytes) => $"{bytes / (double)Megabyte:0.#} MB";

    /// <inheritdoc cref="WhileThereIsAsync{T}"/>
    public Task WhileThereIsAsync(Func<Task> run) => WhileThereIsAsync(async () =>
    {
        await run();
        return true;
    });

    /// <summary>Runs what writes into the folder.</summary>
    /// <exception cref="LocalProblem">The disk is full, or there is something else that the person at the keyboard can mend.</exception>
    public async Task<T> WhileThereIsAsync<T>(Func<Task<T>> run)
    {
        try
        {
            return await run();
        }
        catch (Exception e) when (FullDisk.IsIn(e) || e is AzuriteUnavailableException && FullDisk.IsToldIn(e.Message))
        {
            throw Problem("Something could not be written, so everything was ended", e);
        }
    }
}
