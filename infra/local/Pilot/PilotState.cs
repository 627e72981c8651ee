using System.Globalization;
using Ilnp.Local.Running;

namespace Ilnp.Local.Pilot;

/// <summary>What a run must know of the run before in its folder: that it is the same one, and how far time had come.</summary>
sealed class PilotState : IDisposable
{
    /// <summary>Every moment takes as many bytes, so that one write replaces another whole.</summary>
    const string Moment = "yyyy-MM-ddTHH:mm:ss.fffffffZ";

    readonly FileStream position;

    PilotState(FileStream position) => this.position = position;

    /// <summary>Opens the folder's state, or begins it.</summary>
    /// <exception cref="LocalProblem">The folder holds the run of other files or another seed.</exception>
    public static PilotState Open(RunFolder folder, string fingerprint)
    {
        var path = folder.StateFile("run");
        if (!File.Exists(path)) File.WriteAllText(path, fingerprint);
        else if (File.ReadAllText(path) != fingerprint)
            throw new LocalProblem($"{folder.Root} holds a run of other applications, settings or seed: name another folder with --out, or delete that one.");
        return new(new FileStream(folder.StateFile("clock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0));
    }

    /// <summary>The latest moment that the clock was moved to, UTC; null for a new run.</summary>
    public DateTimeOffset? ReadPosition()
    {
        var text = new byte[Moment.Length];
        return RandomAccess.Read(position.SafeFileHandle, text, 0) == text.Length
            ? DateTimeOffset.Parse(System.Text.Encoding.ASCII.GetString(text), CultureInfo.InvariantCulture)
            : null;
    }

    /// <summary>Written ahead of each move: whatever is stored later is not of a later moment than this.</summary>
    public void WritePosition(DateTimeOffset moment) => RandomAccess.Write(
        position.SafeFileHandle, System.Text.Encoding.ASCII.GetBytes(moment.UtcDateTime.ToString(Moment, CultureInfo.InvariantCulture)), 0);

    public void Dispose() => position.Dispose();
}
