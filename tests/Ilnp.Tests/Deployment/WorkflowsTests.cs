using System.Text.RegularExpressions;

namespace Ilnp.Tests.Deployment;

/// <summary>What may happen in continuous integration, beside actionlint's own rules in <c>.github/check</c>.</summary>
public sealed partial class WorkflowsTests
{
    static readonly string Folder = Path.Combine(Repository.Root, ".github", "workflows");

    static IEnumerable<string> Names => Directory.EnumerateFiles(Folder, "*.yml").Select(file => Path.GetFileName(file));

    public static TheoryData<string> Workflows => [.. Names];

    [Theory]
    [MemberData(nameof(Workflows))]
    public void WhenAnActionIsUsed_ThenItIsPinnedByCommitWithItsVersion(string workflow) =>
        Assert.All(
            Lines(workflow).Where(line => line.Contains("uses: ", StringComparison.Ordinal)), line => Assert.Matches(Pinned(), line));

    [Theory]
    [MemberData(nameof(Workflows))]
    public void WhenAWorkflowRuns_ThenItMayDoNothingButWhatItsJobsSay(string workflow)
    {
        var lines = Lines(workflow);
        var written = lines.Where(line => line.EndsWith(": write", StringComparison.Ordinal));

        Assert.Contains("permissions: {}", lines);
        Assert.All(written, line => Assert.Equal("id-token: write", line.Trim()));
        Assert.DoesNotContain(lines, line => line.Contains("write-all", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.Contains("secrets.", StringComparison.Ordinal));
    }

    [Fact]
    public void WhenOneActionIsUsedTwice_ThenItIsTheSameVersion()
    {
        var used = Names.SelectMany(Lines).Select(line => Pinned().Match(line).Groups).Where(groups => groups["action"].Success);

        Assert.All(
            used.GroupBy(groups => groups["action"].Value),
            uses => Assert.Single(uses.Select(groups => groups["commit"].Value).Distinct()));
    }

    static string[] Lines(string workflow) => File.ReadAllLines(Path.Combine(Folder, workflow));

    [GeneratedRegex(@"uses: (\./\.github/workflows/[a-z]+\.yml|(?<action>[\w.-]+/[\w.-]+)@(?<commit>[0-9a-f]{40}) # v\d+\.\d+\.\d+)$")]
    private static partial Regex Pinned();
}
