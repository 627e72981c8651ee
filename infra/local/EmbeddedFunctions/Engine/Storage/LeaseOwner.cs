using System.Diagnostics;
using System.Globalization;

namespace EmbeddedFunctions.Engine.Storage;

/// <summary>
/// Names an engine so that another one on the same machine can tell when its process has ended, and need not wait for the
/// lease to lapse: <c>machine|process id|process start|engine</c>.
/// </summary>
sealed record LeaseOwner(string Name)
{
    /// <summary>Two processes compute the same start a little differently.</summary>
    static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(2);

    public static LeaseOwner New()
    {
        using var self = Process.GetCurrentProcess();
        return new($"{Environment.MachineName}|{self.Id}|{StartOf(self).ToString(CultureInfo.InvariantCulture)}|{Guid.NewGuid():N}");
    }

    /// <summary>Whether it is certain that the owner runs no more.</summary>
    public static bool IsGone(string owner)
    {
        if (owner.Split('|') is not [var machine, var id, var started, _] || machine != Environment.MachineName) return false;
        try
        {
            using var process = Process.GetProcessById(int.Parse(id, CultureInfo.InvariantCulture));
            return Math.Abs(StartOf(process) - long.Parse(started, CultureInfo.InvariantCulture)) > Tolerance.Ticks;
        }
        catch (ArgumentException)
        {
            return true; // no process has that id
        }
        catch (InvalidOperationException)
        {
            return true; // it ended just now
        }
    }

    static long StartOf(Process process) => process.StartTime.ToUniversalTime().Ticks;
}
