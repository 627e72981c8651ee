using System.Runtime.CompilerServices;
using Ilnp.Care.Concerns;

namespace Ilnp.Tests.Care;

/// <summary>The table in the README of care is what care does.</summary>
public sealed class CareTableTests
{
    static string Readme([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../functions/Care/README.md"));

    public static TheoryData<string, string, string> Rows()
    {
        var rows = new TheoryData<string, string, string>();
        foreach (var line in File.ReadLines(Readme()).Where(line => line.StartsWith("| a b", StringComparison.Ordinal)))
        {
            var cells = line.Trim('|', ' ').Split(" | ");
            rows.Add(cells[0], cells[1], cells[2]);
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void GivenARowOfTheTable_WhenItHappens_ThenTheLastCausesWhatTheRowSays(string members, string happenings, string caused)
    {
        var play = new GroupPlay(members.Split(' '));

        CareTurn? last = null;
        foreach (var happening in happenings.Split(' ')) last = play.Let(happening);

        Assert.Equal(caused, CareInWords.Of(last!));
    }

    [Fact]
    public void GivenTheTable_WhenItIsCounted_ThenItHasRowsForPairsAndTrios()
    {
        Assert.True(Rows().Count > 40);
        Assert.True(Rows().Count(row => (string)row[0] == "a b c") >= 8);
    }
}
