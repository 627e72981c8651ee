using Ilnp.Documents;

namespace Ilnp.Tests.Architecture;

/// <summary>Rooms that compute: nothing of Azure, storage or the web, so that they can be understood, tested and moved alone.</summary>
public sealed class PureRoomsTests
{
    /// <summary>Packages that compute too.</summary>
    static readonly string[] Computing = ["NodaTime.", "HarfBuzzSharp.", "SkiaSharp.", "AnyAscii.", "QRCoder."];

    static readonly IReadOnlyList<(string User, string Used)> OfMatching =
        [.. CompiledUses.App.Where(use => use.User.StartsWith(MatchingRooms.Root, StringComparison.Ordinal))];

    [Fact]
    public void GivenTheMatching_WhenItsRoomsUseEachOther_ThenOnlyDownwards() =>
        AssertNone(
            from use in OfMatching
            where use.Used.StartsWith(MatchingRooms.Root, StringComparison.Ordinal)
            where !MatchingRooms.Allows(MatchingRooms.RoomOf(use.User), MatchingRooms.RoomOf(use.Used))
            select use);

    [Fact]
    public void GivenAPureRoomOfTheMatching_WhenItUsesSomethingElse_ThenOnlyWordsAndWhatComputes() =>
        AssertNone(
            from use in OfMatching
            where MatchingRooms.RoomOf(use.User) != MatchingRooms.Step && !Computes(use.Used)
            where !use.Used.StartsWith(MatchingRooms.Root, StringComparison.Ordinal) && !MatchingRooms.Words.Any(word => Is(use.Used, word))
            select use);

    [Fact]
    public void GivenTheDocuments_WhenTheyUseSomethingElse_ThenOnlyWhatComputes() =>
        AssertNone(
            from use in CompiledUses.App
            where use.User.StartsWith("Ilnp.Documents.", StringComparison.Ordinal) && use.User != typeof(DocumentsRegistration).FullName
            where !use.Used.StartsWith("Ilnp.Documents.", StringComparison.Ordinal) && !Computes(use.Used)
            select use);

    [Theory]
    [InlineData("Azure.Data.Tables.TableClient")]
    [InlineData("Microsoft.DurableTask.TaskOrchestrationContext")]
    [InlineData("Microsoft.AspNetCore.Http.HttpRequest")]
    [InlineData("System.Net.Http.HttpClient")]
    [InlineData("Ilnp.Storage.RecordTable`1")]
    [InlineData("Ilnp.Programme.PeopleStore")]
    public void GivenWhatReadsAndWrites_WhenJudged_ThenItIsNotPure(string type) =>
        Assert.False(Computes(type) || MatchingRooms.Words.Any(word => Is(type, word)));

    [Fact]
    public void GivenTheDurableStep_WhenRead_ThenItsUsesAreSeen() =>
        Assert.Contains(
            OfMatching,
            use =>
                use.User == typeof(Ilnp.Matching.ProposalStore).FullName
                    && use.Used.StartsWith("Azure.Data.Tables.", StringComparison.Ordinal));

    /// <summary>Of the platform all but the web: <c>WebUtility</c> escapes text.</summary>
    static bool Computes(string type) =>
        type == "System.Net.WebUtility"
        || (type.StartsWith("System.", StringComparison.Ordinal) && !type.StartsWith("System.Net.", StringComparison.Ordinal))
        || type.StartsWith("Microsoft.CodeAnalysis.", StringComparison.Ordinal)
        || Computing.Any(package => type.StartsWith(package, StringComparison.Ordinal));

    static bool Is(string type, string word) => word.EndsWith('.') ? type.StartsWith(word, StringComparison.Ordinal) : type == word;

    static void AssertNone(IEnumerable<(string User, string Used)> found)
    {
        var all = string.Join('\n', found.Select(use => $"{use.User} uses {use.Used}").Distinct().Order());
        Assert.True(all.Length == 0, all);
    }
}
