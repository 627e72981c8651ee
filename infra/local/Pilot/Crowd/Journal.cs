using System.Text.Encodings.Web;
using System.Text.Json;

namespace Ilnp.Local.Pilot.Crowd;

/// <summary>
/// What the crowd did, one line of JSON each, only ever added to. For people who want to know why a run went as it did;
/// nothing is decided by it, so it may lack its last lines after a kill, and have a line twice after the next start.
/// </summary>
sealed class Journal : IDisposable
{
    static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    readonly StreamWriter lines;

    public Journal(string path) => lines = new(path, append: true) { AutoFlush = true };

    public void Note(DateTimeOffset at, string act, string who, string outcome) =>
        lines.WriteLine(JsonSerializer.Serialize(new { at = at.UtcDateTime, act, who, outcome }, Json));

    public void Dispose() => lines.Dispose();
}
