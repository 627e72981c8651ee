using Ilnp.Matching.Problem;
using Ilnp.Matching.Repairing;

namespace Ilnp.Tests.Matching;

/// <summary>Participants a (English) and b (French); of the waiting list w and x speak English, y French, z both.</summary>
public sealed class StandbyChoiceTests
{
    [Theory]
    [InlineData("", "w x y", 1, "w")]
    [InlineData("", "w x y z", 1, "z")] // for both of them
    [InlineData("", "w x y", 2, "w y")] // another for those for whom nobody is ready yet
    [InlineData("s", "w x y", 1, "y")] // s speaks English and is ready
    [InlineData("s", "w x y", 2, "y w")] // everybody has somebody: in the order of the list
    [InlineData("s", "", 2, "")]
    [InlineData("s", "w", 0, "")]
    public void GivenAWaitingList_WhenPeopleAreToStandReady_ThenThoseAreAskedWhoCouldBePartnersOfMostWithoutAny(
        string standby, string waiting, int count, string chosen)
    {
        var problem = new MatchingProblem
        {
            People =
            [
                People.Of("a", "GH", "en"), People.Of("b", "BR", "fr"),
                People.Of("s", "US", "en"), People.Of("w", "JP", "en"), People.Of("x", "IN", "en"),
                People.Of("y", "KE", "fr"), People.Of("z", "PE", "en fr"),
            ],
        };

        var asked = StandbyChoice.Of(problem, ["a", "b"], Ids(standby), Ids(waiting), count);

        Assert.Equal(chosen, string.Join(' ', asked));
    }

    static string[] Ids(string ids) => ids.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
