using Ilnp.Matching.Wishes;

namespace Ilnp.Tests.Matching;

/// <summary>Wishes for the next proposal, taken back and made again in order.</summary>
public sealed class WishStepsTests
{
    static readonly Wish One = Wish.Together("a", "b"), Two = Wish.Apart("c", "d"), Three = Wish.Place("e");

    [Fact]
    public void GivenThreeChanges_WhenUndoneAndRedone_ThenEachIsTakenBackInOrderAndMadeAgain()
    {
        var list = WishList.None.Changed([One]).Changed([Two, Three]).Changed([], One.Key);
        Assert.Equal([Two, Three], list.Wishes);
        list = list.Undo();
        Assert.Equal([One, Two, Three], list.Wishes);
        list = list.Undo();
        Assert.Equal([One], list.Wishes);
        list = list.Undo().Undo();
        Assert.Empty(list.Wishes);
        list = list.Redo().Redo().Redo().Redo();
        Assert.Equal([Two, Three], list.Wishes);
        Assert.Empty(list.Undone);
    }

    [Fact]
    public void GivenATakenBackChange_WhenAnotherIsMade_ThenTheTakenBackOneIsGone()
    {
        var list = WishList.None.Changed([One]).Changed([Two]).Undo().Changed([Three]);
        Assert.Equal([One, Three], list.Wishes);
        Assert.Equal(list, list.Redo());
    }

    [Fact]
    public void GivenAWishThatIsThere_WhenWishedAgain_ThenThereIsNothingToUndo()
    {
        var list = WishList.None.Changed([One]);
        Assert.Equal(list, list.Changed([Wish.Together("b", "a")]));
    }

    [Fact]
    public void GivenSomebodyErased_WhenUndone_ThenTheyDoNotComeBack()
    {
        var list = WishList.None.Changed([One]).Changed([Two]).Changed([], One.Key).Without(wish => wish.People.Contains("a"));
        Assert.Equal([Two], list.Wishes);
        Assert.Empty(list.Undo().Undo().Undo().Wishes);
        Assert.DoesNotContain(list.Done.SelectMany(step => step.Added), wish => wish.People.Contains("a"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void GivenAnyChanges_WhenAllAreUndoneAndRedone_ThenTheListIsTheSame(int seed)
    {
        var random = new Random(seed);
        var wishes = Enumerable.Range(0, 12).Select(number => Wish.Place($"p{number}")).ToList();
        var list = WishList.None;
        for (var change = 0; change < 40; change++)
            list = random.Next(3) == 0 && list.Wishes.Count > 0
                ? list.Changed([], list.Wishes[random.Next(list.Wishes.Count)].Key)
                : list.Changed([wishes[random.Next(wishes.Count)], wishes[random.Next(wishes.Count)]]);
        var (before, steps) = (list.Wishes, list.Done.Count);
        for (var step = 0; step < steps; step++) list = list.Undo();
        Assert.True(list.Wishes.Count == 0, $"seed {seed}");
        for (var step = 0; step < steps; step++) list = list.Redo();
        Assert.True(before.SequenceEqual(list.Wishes), $"seed {seed}");
    }
}
