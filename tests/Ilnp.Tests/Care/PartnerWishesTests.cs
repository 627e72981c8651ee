using Ilnp.Approvals;
using Ilnp.Care.Questions;
using Ilnp.Care.Rematching;
using Ilnp.Matching.Problem;
using Ilnp.Matching.Repairing;
using Ilnp.Programme;
using Ilnp.Tests.Pages;

namespace Ilnp.Tests.Care;

/// <summary>
/// Somebody in Kenya had a partner of a university library in Japan, and it did not work. Ready are a colleague of the same kind of
/// library, who fits best, and others.
/// </summary>
public sealed class PartnerWishesTests
{
    static readonly Person Seeker = Of("seeker", "KE", "Africa/Nairobi", "academic");
    static readonly Group Before = new()
    {
        CohortId = "c",
        GroupId = "G001",
        Members = ["seeker"],
        FormerMembers = ["former"],
        Status = GroupStatus.Dissolved,
        FormedAt = new(2020, 5, 4, 8, 0, 0, TimeSpan.Zero),
    };

    static readonly Person[] Others =
    [
        Of("former", "JP", "Asia/Tokyo", "academic"),
        Of("alike", "DE", "Europe/Berlin", "academic"),
        Of("public", "FR", "Europe/Paris", "public"),
        Of("far", "NZ", "Pacific/Auckland", "public"),
        Of("farther", "US", "America/Los_Angeles", "academic"),
    ];

    /// <summary>What would help, who is ready, and whom the seeker gets.</summary>
    [Theory]
    [InlineData("", "alike public", "alike")]
    [InlineData("background", "alike public", "public")]
    [InlineData("background", "alike", "alike")]
    [InlineData("hours", "far alike", "alike")]
    [InlineData("hours", "far farther", "farther")]
    [InlineData("hours", "far public", "public")]
    [InlineData("background hours", "far alike public", "public")]
    [InlineData("background", "", null)]
    public void GivenWhatWouldHelp_WhenSomebodyIsPlaced_ThenWhoIsLikeTheFormerPartnerComesLast(string helps, string ready, string? partner)
    {
        var placed = Place(["seeker"], Words(ready), [], [Said("seeker", helps)]);

        Assert.Equal(partner, placed.Groups.SingleOrDefault()?.Members.Single(member => member != "seeker"));
    }

    [Fact]
    public void GivenNobodyReady_WhenTheWaitingListIsAsked_ThenWhoIsUnlikeTheFormerPartnerIsAsked()
    {
        Assert.Equal(["public"], Place(["seeker"], [], ["alike", "public"], [Said("seeker", "background")]).Left.Single().Asking);
        Assert.Equal(["alike"], Place(["seeker"], [], ["alike"], [Said("seeker", "background")]).Left.Single().Asking);
    }

    [Fact]
    public void GivenAWishThatWouldCostAnotherAPartner_WhenBothArePlaced_ThenItIsNotKept()
    {
        // The other one has met the colleague before, and would be left if the seeker took who is unlike the former partner.
        var other = Of("other", "KE", "Africa/Nairobi", "public");

        var placed = Place(["seeker", "other"], ["alike", "public"], [], [Said("seeker", "background")], other);

        Assert.Equal(["alike seeker", "other public"], placed.Groups.Select(group => string.Join(' ', group.Members.Order())).Order());
    }

    [Fact]
    public void GivenAWishTakenBack_WhenSomebodyIsPlaced_ThenTheLastWordCounts() => Assert.Equal(
        ["alike", "seeker"],
        Place(["seeker"], ["alike", "public"], [], [Said("seeker", "background"), Said("seeker", "", round: 2)]).Groups.Single()
            .Members.Order());

    static SeekersPlaced Place(
        string[] seekers, string[] ready, string[] waiting, IReadOnlyList<Decision> pulses, params IReadOnlyList<Person> more)
    {
        Person[] everybody = [Seeker, .. Others, .. more];
        var concerned = seekers.Concat(ready).Concat(waiting).ToHashSet();
        var problem = new MatchingProblem
        {
            People = [.. everybody.Where(person => concerned.Contains(person.PersonId)).Select(Candidate)],
            Past = [new("other", "alike")],
        };
        SeekersPlaced By(MatchingProblem tried) =>
            SeekerMatching.Of(tried, [], new() { InTurn = seekers, Standby = ready, Waiting = waiting, Room = 5, AskForEach = 1 });
        return By(PartnerWishes.Kept(problem, PartnerWishes.Of(seekers, everybody, [Before], pulses, problem), By));
    }

    static Candidate Candidate(Person person) => new()
    {
        Id = person.PersonId,
        Country = person.Country,
        Languages = ["en"],
        LibraryType = person.LibraryType,
        TimeZone = person.TimeZone,
    };

    static Person Of(string id, string country, string zone, string kind) =>
        SampleCohort.Person("c", id, id, country, Standing.Available) with { TimeZone = zone, LibraryType = kind };

    static Decision Said(string person, string helps, int round = 1) => new()
    {
        Request = new()
        {
            CohortId = "c",
            DecisionId = Pulse.DecisionId("G001", round, person),
            Form = Pulse.Form,
            SubjectId = person,
            ClosesAt = new(2020, 9, 4, 0, 0, 0, TimeSpan.Zero),
        },
        Link = new(1, "k1", default, ""),
        OpenedAt = default,
        Choice = Pulse.Mismatch,
        AnsweredAt = new DateTimeOffset(2020, 6, 1, 0, 0, 0, TimeSpan.Zero).AddDays(round),
        Answers = helps.Length == 0 ? new Dictionary<string, IReadOnlyList<string>>()
            : new Dictionary<string, IReadOnlyList<string>> { [Pulse.Help] = Words(helps) },
    };

    static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
