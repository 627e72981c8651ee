using System.Diagnostics;

namespace Ilnp.Local.Running;

/// <summary>
/// Ends this process at once when the <c>dotnet run</c> that started it is gone: whoever killed that meant the app. Only
/// where the kernel says who a process's parent is (Linux); other parents, such as shells, may go.
/// </summary>
static class ParentWatch
{
    static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    public static void Begin()
    {
        if (!OperatingSystem.IsLinux() || Parent() is not { } parent || !IsDotnetRun(parent)) return;
        var thread = new Thread(() => Watch(parent)) { IsBackground = true, Name = "parent watch" };
        thread.Start();
    }

    static void Watch(int parent)
    {
        using var never = new ManualResetEventSlim();
        while (Parent() == parent) never.Wait(Interval);
        Process.GetCurrentProcess().Kill();
    }

    static bool IsDotnetRun(int process)
    {
        try
        {
            var words = File.ReadAllText($"/proc/{process}/cmdline").Split('\0');
            return Path.GetFileName(words[0]) == "dotnet" && words.Contains("run");
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>The fourth field of the process's state, behind the name in brackets.</summary>
    static int? Parent()
    {
        var state = File.ReadAllText("/proc/self/stat");
        var fields = state[(state.LastIndexOf(')') + 2)..].Split(' ');
        return int.TryParse(fields[1], out var parent) ? parent : null;
    }
}
