using System.Text.Json;
using Ilnp.Tests.Intake;
using Ilnp.Tests.WholeCohort;
using SkiaSharp;

namespace Ilnp.Tests.Local.Match;

/// <summary><c>match</c> on the pilot's first applications, as somebody types it.</summary>
public sealed class MatchCommandTests : IDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("match");

    [Fact]
    public async Task GivenApplications_WhenMatched_ThenEveryResultIsWritten()
    {
        var applications = In("applications.csv");
        await File.WriteAllLinesAsync(applications, (await File.ReadAllLinesAsync(Samples.ExportPath)).Take(81));
        using var match = PilotProcess.Run([], "match", "--applications", applications, "--out", In("out"), "--spread", "max");

        var (code, words) = await match.EndAsync(Patience);

        Assert.True(code == 0, words);
        Assert.Contains("proven best", words, StringComparison.Ordinal);
        using var figures = JsonDocument.Parse(await File.ReadAllTextAsync(In("out", "match.json")));
        var groups = figures.RootElement.GetProperty("k").GetInt32();
        Assert.InRange(groups, 20, 40);
        Assert.Equal(1 + (2 * groups), (await File.ReadAllLinesAsync(In("out", "pairs.csv"))).Length);
        Assert.True((await File.ReadAllLinesAsync(In("out", "unmatched.csv"))).Length > 1);
        foreach (var picture in new[] { "map", "curve" }) Assert.InRange(Colours(In("out", $"{picture}.png")), 4, 100_000);
    }

    public void Dispose() => folder.Delete(recursive: true);

    string In(params string[] path) => Path.Combine([folder.FullName, .. path]);

    /// <summary>Of a picture in which something is drawn there are several.</summary>
    static int Colours(string png)
    {
        using var picture = SKBitmap.Decode(png);
        return picture.Pixels.Distinct().Count();
    }
}
