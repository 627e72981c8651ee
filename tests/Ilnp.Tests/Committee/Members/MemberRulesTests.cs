using Ilnp.Approvals;
using Ilnp.Committee.Members;
using Ilnp.Programme;
using Ilnp.Tests.Pages;

namespace Ilnp.Tests.Committee.Members;

/// <summary>What a committee keeps to while its cohort runs, whose groups go to whom, and which decisions.</summary>
public sealed class MemberRulesTests
{
    static readonly CohortSettings Cohort = SampleCohort.Settings("c1") with
    {
        Committee =
        [
            Member("ana", 0, CommitteeRole.Lead), Member("bo", 10, CommitteeRole.Liaison, CommitteeRole.Lead),
            Member("cem", 4, CommitteeRole.Liaison), Member("dia", 0, CommitteeRole.Technical),
        ],
    };

    [Theory]
    [InlineData("ana", "leave", "")]
    [InlineData("ana", "lead", "name:same")]
    [InlineData("ana", "technical", "")]
    [InlineData("ana", "lead liaison", "load:load")]
    [InlineData("ana", "lead bo@c1.example", "email:address")]
    [InlineData("ana", "lead BO@C1.EXAMPLE", "email:address")]
    [InlineData("ana", "lead new@c1.example", "")]
    public void GivenSomebody_WhenTheyAreChanged_ThenWhatIsInTheWayIsSaid(string id, string wish, string expected) =>
        Assert.Equal(expected, Wrong(Cohort, id, wish));

    [Theory]
    [InlineData("lead", "ana", "leave", "roles:last-lead")]
    [InlineData("lead", "ana", "technical", "roles:last-lead")]
    [InlineData("lead", "cem", "leave", "roles:last-liaison")]
    [InlineData("lead", "cem", "marketing", "roles:last-liaison")]
    [InlineData("lead", "dia", "leave", "")]
    public void GivenTheLastOfARole_WhenTheyGo_ThenItIsRefused(string _, string id, string wish, string expected) =>
        Assert.Equal(expected, Wrong(Cohort with { Committee = [.. Cohort.Committee.Where(member => member.Id != "bo")] }, id, wish));

    [Fact]
    public void GivenALiaisonWhoLeaves_WhenTheirGroupsAreDealtOut_ThenRoomDecidesAndEndedOnesStay()
    {
        var change = Leaves("bo");
        var cohort = Cohort with { Committee = [.. Cohort.Committee, Member("eve", 2, CommitteeRole.Liaison)] };
        Group[] groups =
        [
            Of("G001", "bo"), Of("G002", "bo"), Of("G003", "cem"), Of("G004", "bo", GroupStatus.Dissolved),
            Of("G005", "bo", GroupStatus.Proposed), Of("G006", "bo"),
        ];

        var to = GroupAllotment.Propose(change.Apply(cohort, default), "bo", groups);

        Assert.Equal("G001 eve, G002 cem, G005 cem, G006 eve", string.Join(", ", to.Select(group => $"{group.Key} {group.Value}")));
        Assert.Empty(GroupAllotment.Left(cohort, "bo", groups));
    }

    [Fact]
    public void GivenAChosenLiaison_WhenTheyAreNone_ThenWhatWasProposedStands()
    {
        var (after, proposed) = (
            Leaves("bo").Apply(Cohort, default), new Dictionary<string, string> { ["G001"] = "cem", ["G002"] = "cem" });
        Assert.Equal(
            proposed,
            GroupAllotment.Read(
                after, proposed, new Dictionary<string, IReadOnlyList<string>> { ["group.G001"] = ["bo"], ["group.G002"] = ["dia"] }));
    }

    [Fact]
    public void GivenSomebodyWhoLeft_WhenTheyAreNamedLater_ThenTheirNameIsThereAndTheyAreNotInTheCommittee()
    {
        var after = Leaves("bo").Apply(Cohort, new(2020, 5, 5, 0, 0, 0, TimeSpan.Zero));
        Assert.Equal(("bo B.", null), (after.MemberName("bo"), after.Member("bo")));
        Assert.True(Leaves("bo").IsIn(after));
        Assert.False(Leaves("bo").IsIn(Cohort));
    }

    [Fact]
    public void GivenQuestionsToSeveralLeads_WhenOneIsDecidedOrOld_ThenOnlyTheOthersWait()
    {
        var forms = new CommitteeForms(
            [
                new("match-approval", CommitteeRole.Lead),
                new("duplicate", CommitteeRole.Lead),
                new("lead-trouble", CommitteeRole.Lead),
                new("liaison-silence", CommitteeRole.Liaison),
            ]);
        Decision[] asked =
        [
            Asked("match-approval-1-ana", "match-approval", "ana"),
            Asked("match-approval-2-ana", "match-approval", "ana"), Asked("match-approval-2-bo", "match-approval", "bo"),
            Asked("duplicate-P1-P2-ana", "duplicate", "ana"), Asked("duplicate-P1-P2-bo", "duplicate", "bo") with { Version = 1 },
            Asked("duplicate-P1-P3-ana", "duplicate", "ana"), Asked("liaison-silence-G001-1-0-bo-P1", "liaison-silence", "bo"),
            Asked("lead-trouble-G001-1-0-ana-P1", "lead-trouble", "ana"), Asked("pulse-G001-1-P1", "pulse", "P1"),
        ];

        var open = OpenQuestions.Of(asked, forms, default);

        Assert.Equal(
            ["duplicate-P1-P3-ana", "lead-trouble-G001-1-0-ana-P1", "match-approval-2-ana"],
            open.Waiting.Select(one => one.DecisionId).Order());
        Assert.Equal("match-approval-2-ana", Assert.Single(open.AskedOf("bo")).DecisionId);
        Assert.Equal("match-approval-2-eve", OpenQuestions.To(asked[1], "eve").DecisionId);
        Assert.Equal("lead-trouble-G001-1-0-eve-P1", OpenQuestions.To(asked[7], "eve").DecisionId);
        Assert.Equal(["ana"], OpenQuestions.Deciders(Cohort, [Of("G001", "bo")], asked[7]).Select(member => member.Id));
        Assert.Equal(
            ["bo"], OpenQuestions.Deciders(Leaves("ana").Apply(Cohort, default), [Of("G001", "bo")], asked[7]).Select(member => member.Id));
    }

    [Theory]
    [InlineData("ana", true)]
    [InlineData("dia", false)]
    [InlineData("nobody", false)]
    public void GivenAFormOfTheLeads_WhenSomebodyWasAsked_ThenItIsTheirsAsLongAsTheyAreALead(string who, bool expected) =>
        Assert.Equal(
            expected,
            new CommitteeForms([new("duplicate", CommitteeRole.Lead)]).IsTheirs(Cohort, Asked($"duplicate-P1-P2-{who}", "duplicate", who)));

    static string Wrong(CohortSettings cohort, string id, string wish)
    {
        var (before, words) = (cohort.Member(id)!, wish.Split(' '));
        var after = wish == "leave" ? null : before with
        {
            Roles = [.. words.Where(word => !word.Contains('@')).Select(role => Enum.Parse<CommitteeRole>(role, ignoreCase: true))],
            Email = words.FirstOrDefault(word => word.Contains('@')) ?? before.Email,
        };
        return string.Join(' ', MemberRules.Wrong(cohort, new(id, before, after))
            .Select(wrong => $"{wrong.Key}:{wrong.Value.TextKey.Replace("committee.wrong.", "", StringComparison.Ordinal)}"));
    }

    static MemberChange Leaves(string id) => new(id, Cohort.Member(id), null);

    static CommitteeMember Member(string id, int load, params CommitteeRole[] roles) =>
        new() { Id = id, Name = $"{id} {char.ToUpperInvariant(id[0])}.", Email = $"{id}@c1.example", Roles = roles, LiaisonLoad = load };

    static Group Of(string id, string liaison, GroupStatus status = GroupStatus.Active) =>
        new() { CohortId = "c1", GroupId = id, Members = ["P1", "P2"], Status = status, LiaisonId = liaison };

    static Decision Asked(string id, string form, string subject) => new()
    {
        Request = new() { CohortId = "c1", DecisionId = id, Form = form, SubjectId = subject, ClosesAt = DateTimeOffset.MaxValue },
        Link = new(1, "k1", DateTimeOffset.MaxValue, ""),
        OpenedAt = default,
    };
}
