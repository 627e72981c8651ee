using Ilnp.Local.Running;

namespace Ilnp.Local.Bench;

/// <summary>A folder of a measurement's own.</summary>
static class BenchFolder
{
    /// <summary>It is gone afterwards.</summary>
    /// <param name="name">Of what is measured.</param>
    /// <param name="megabytes">That it will write.</param>
    /// <exception cref="LocalProblem">The disk is full.</exception>
    public static async Task<T> WithAsync<T>(string name, int megabytes, Func<RunFolder, Task<T>> measure)
    {
        var folder = new RunFolder(Directory.CreateTempSubdirectory($"ilnp-{name}-").FullName);
        try
        {
            var room = new Room(folder, (long)megabytes << 20) { Then = "Make room and measure again." };
            room.Require();
            return await room.WhileThereIsAsync(() => measure(folder));
        }
        finally
        {
            Directory.Delete(folder.Root, recursive: true);
        }
    }
}
