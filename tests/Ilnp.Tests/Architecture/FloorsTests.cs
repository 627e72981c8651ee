namespace Ilnp.Tests.Architecture;

/// <summary>The folders of the app depend downwards only, as <see cref="House"/> has them.</summary>
public sealed class FloorsTests
{
    [Fact]
    public void GivenTheApp_WhenItsTypesUseEachOther_ThenOnlyDownwardsOrThroughADoor() =>
        AssertNone(CompiledUses.BetweenRooms().Where(use => !House.Allows(use.From, use.To)));

    [Fact]
    public void GivenTheSources_WhenTheyNameOtherFolders_ThenOnlyDownwardsOrThroughADoor() =>
        AssertNone(WrittenUses.BetweenRooms().Where(use => !House.Allows(use.From, use.To)));

    [Fact]
    public void GivenASourceFile_WhenItNamesItsNamespace_ThenItIsItsFolder() =>
        Assert.All(
            SourceFiles.All, file => Assert.Contains($"\nnamespace {file.Namespace};\n", "\n" + file.Text, StringComparison.Ordinal));

    [Fact]
    public void GivenTheDoors_WhenNobodyUsesOne_ThenItIsWalledUp()
    {
        var used = CompiledUses.BetweenRooms().Concat(WrittenUses.BetweenRooms()).Select(use => (use.From, use.To)).ToHashSet();
        Assert.DoesNotContain(House.Doors, door => !used.Contains((door.From, door.To)));
    }

    [Fact]
    public void GivenTheDoors_WhenTheyAreFollowed_ThenNoneLeadsBackOrToAnotherFloor()
    {
        Assert.All(House.Doors, door => Assert.Equal(House.LevelOf(door.From), House.LevelOf(door.To)));
        var open = House.Doors.ToList();
        while (open.Count > 0 && open.RemoveAll(door => open.All(next => next.From != door.To)) > 0) { }
        Assert.Empty(open);
    }

    [Fact]
    public void GivenTheFolders_WhenTheyAreCounted_ThenEachIsARoom() =>
        Assert.Equal(House.Rooms.Order(), SourceFiles.All.Select(file => file.Room).OfType<string>().Distinct().Order());

    /// <summary>Every forbidden edge with what makes it, as a list to work through.</summary>
    static void AssertNone(IEnumerable<Use> forbidden)
    {
        var edges = forbidden.GroupBy(use => $"{use.From} -> {use.To}").OrderBy(edge => edge.Key, StringComparer.Ordinal)
            .Select(edge => $"{edge.Key}\n{string.Join('\n', edge.Select(use => $"    {use.User} uses {use.Used}").Distinct().Order())}");
        Assert.True(!edges.Any(), $"Forbidden:\n{string.Join('\n', edges)}");
    }
}
