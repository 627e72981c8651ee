namespace Ilnp.Tests.Architecture;

/// <summary>Lines fit beside each other on a screen, as <c>.editorconfig</c> says and no formatter checks.</summary>
public sealed class LineLengthTests
{
    const int Longest = 140;

    static readonly string[] Folders = ["functions", "infra", "tests"];

    /// <summary>Text in raw literals stands as it is sent or read.</summary>
    [Fact]
    public void GivenEveryLineOfCode_WhenMeasured_ThenItFits()
    {
        var files = Folders.SelectMany(folder =>
            Directory.EnumerateFiles(Path.Combine(SourceFiles.Repository, folder), "*.cs", SearchOption.AllDirectories))
            .Where(IsSource).ToList();

        Assert.True(files.Count > 1000, $"Only {files.Count} files were found.");
        Assert.Empty(files.SelectMany(TooLong));
    }

    [Theory]
    [InlineData(140, false)]
    [InlineData(141, true)]
    public void GivenALine_WhenItIsLonger_ThenItIsSeen(int length, bool seen)
    {
        var file = Path.GetTempFileName();
        File.WriteAllLines(file, ["var raw = \"\"\"", new string('x', 200), "\"\"\";", new string('x', length)]);

        Assert.Equal(seen ? 1 : 0, TooLong(file).Count());
        File.Delete(file);
    }

    static bool IsSource(string path) =>
        !Path.GetRelativePath(SourceFiles.Repository, path).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj");

    static IEnumerable<string> TooLong(string path)
    {
        var isRaw = false;
        foreach (var (number, line) in File.ReadLines(path).Index())
        {
            var marks = line.Split("\"\"\"").Length - 1;
            if (!isRaw && marks == 0 && line.Length > Longest) yield return $"{path}({number + 1}): {line.Length} columns";
            isRaw ^= marks % 2 == 1;
        }
    }
}
