using EmbeddedFunctions.Engine.Orchestrations;

namespace EmbeddedFunctions.Engine.History;

/// <summary>Writes each execution that ends as one line of a file, see <see cref="RecordedHistory"/>.</summary>
sealed class HistoryRecorder
{
    readonly Lock gate = new();
    readonly string file;

    public HistoryRecorder(string folder) => file = Path.Combine(Directory.CreateDirectory(folder).FullName, "histories.ndjson");

    public void Ended(OrchestrationStart start, IReadOnlyList<HistoryStep> steps)
    {
        var line = HistoryFile.Of(start, steps).ToJson() + "\n";
        lock (gate) File.AppendAllText(file, line);
    }
}
