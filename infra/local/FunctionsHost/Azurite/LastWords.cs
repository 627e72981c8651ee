using System.Diagnostics;

namespace FunctionsHost.Azurite;

/// <summary>What a process wrote to its standard error last; a few lines, for the sentence on why it ended.</summary>
sealed class LastWords
{
    const int Most = 8;

    readonly Queue<string> lines = new();

    public LastWords(Process process)
    {
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.BeginErrorReadLine();
    }

    public override string ToString()
    {
        lock (lines) return string.Join(' ', lines).Trim();
    }

    void Hear(string? line)
    {
        if (string.IsNullOrWhiteSpace(line) || line.TrimStart().StartsWith("at ", StringComparison.Ordinal)) return;
        lock (lines)
        {
            lines.Enqueue(line.Trim());
            if (lines.Count > Most) lines.Dequeue();
        }
    }
}
