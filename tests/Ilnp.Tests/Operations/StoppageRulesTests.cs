using Ilnp.Approvals;
using Ilnp.Operations;
using Ilnp.Programme;
using Ilnp.Tests.Programme;

namespace Ilnp.Tests.Operations;

public sealed class StoppageRulesTests
{
    static readonly DateTimeOffset Now = new(2020, 6, 3, 12, 0, 0, TimeSpan.Zero);

    static readonly CommitteeMember Tess =
        new() { Id = "tess", Name = "Tess Ito", Email = "tess@example.org", Roles = [CommitteeRole.Technical] };

    [Theory]
    [InlineData("a:60", "", "a:60")]
    [InlineData("a:60 b:30", "a:60", "b:30")]
    [InlineData("a:60", "a:60", "")]
    [InlineData("a:30", "a:60", "a:30")]
    [InlineData("a:9", "", "")]
    [InlineData("b:20 a:60 c:9", "", "a:60 b:20")]
    public void GivenFailures_WhenLookedThrough_ThenEachIsNewOnceAndAgainWhenItFailedAnew(string failed, string told, string expected) =>
        Assert.Equal(Keys(expected), StoppageRules.New(Keys(failed), told.Length == 0 ? [] : [Gathered(told)], Now));

    [Fact]
    public void GivenAChildOnTheLineAndItsParentJustBehindIt_WhenLookedThrough_ThenTheyAreNotParted()
    {
        FailureKey child = new("child", Now.AddMinutes(-10));
        FailureKey parent = new("parent", child.FailedAt.AddSeconds(2)), later = new("later", Now.AddMinutes(-5));
        Assert.Equal([child, parent], StoppageRules.New([later, parent, child], [], Now));
    }

    [Theory]
    [InlineData("a>b b", "a", "b<a")]
    [InlineData("a>b b>c c", "a", "b<a c<a")]
    [InlineData("a b", "a b", "")]
    [InlineData("a>b,c b c d", "a d", "b<a c<a")]
    [InlineData("a>gone", "a", "")]
    public void GivenFailuresAndWhatFailedInThem_WhenGathered_ThenOnlyTheTopmostAreTold(string histories, string topmost, string under)
    {
        var stoppage = Gathered([.. histories.Split(' ').Select(entry => entry.Split('>'))
            .Select(entry => (entry[0], new FailureReading(Cause(entry[0]), entry.Length > 1 ? entry[1].Split(',') : [], true)))]);

        Assert.Equal(topmost, string.Join(' ', stoppage.Topmost.Select(failure => failure.InstanceId)));
        var below = stoppage.Failures.Where(failure => failure.Under is not null);
        Assert.Equal(under, string.Join(' ', below.Select(failure => $"{failure.InstanceId}<{failure.Under}")));
    }

    [Fact]
    public void GivenAParentThatFailedByItsChild_WhenGathered_ThenTheChildsCauseIsTold()
    {
        var stoppage = Gathered(("parent", new(Cause("parent"), ["child"], true)), ("child", new(Cause("child"), [], true)));
        Assert.Equal((Cause("child"), Step.Group), (stoppage.Topmost.Single().Cause, stoppage.Topmost.Single().Within));
    }

    [Theory]
    [InlineData(true, true, true)]
    [InlineData(true, false, false)]
    [InlineData(false, true, false)]
    public void GivenAChildThatCannotBeRewound_WhenGathered_ThenItsParentCannotEither(bool parent, bool child, bool expected) =>
        Assert.Equal(expected, Gathered(("parent", new(Cause("a"), ["child"], parent)), ("child", new(Cause("b"), [], child))).IsQuestion);

    [Fact]
    public void GivenTheSameFailures_WhenGatheredLater_ThenTheStoppageHasTheSameId() =>
        Assert.Equal(Gathered("a:60 b:30").StoppageId, (Gathered("a:60 b:30") with { FoundAt = Now.AddDays(1) }).StoppageId);

    [Theory]
    [InlineData("a:60", "", true)]
    [InlineData("a:60", "stopped-{id}-tess:0", true)]
    [InlineData("a:60", "stopped-{id}-tess:1", false)]
    [InlineData("a:60", "stopped-other-tess:1", true)]
    [InlineData("a:30", "", false)]
    [InlineData("", "", false)]
    public void GivenAStoppage_WhenItStandsOrNotAndIsDecidedOrNot_ThenItIsAskedAboutOrNot(string standing, string decision, bool open)
    {
        var stoppage = Gathered("a:60");
        var words = decision.Replace("{id}", stoppage.StoppageId, StringComparison.Ordinal);
        Decision[] decisions = words.Length == 0 ? [] : [Decided(words)];
        Assert.Equal(open, StoppageRules.IsOpen(stoppage, Keys(standing).ToHashSet(), decisions));
    }

    [Theory]
    [InlineData(0, true, 0)]
    [InlineData(2.9, true, 0)]
    [InlineData(3, true, 1)]
    [InlineData(10, true, 3)]
    [InlineData(10, false, 0)]
    public void GivenDaysWithoutADecision_WhenCounted_ThenItIsAskedAgainEveryThirdDay(double days, bool canGoOn, int expected) =>
        Assert.Equal(expected, StoppageRules.Reminder(Gathered("a:60", canGoOn), Cohorts.Pilot, Now.AddDays(days)));

    [Theory]
    [InlineData(true, 0, "tess")]
    [InlineData(true, 1, "tess ada")]
    [InlineData(false, 0, "ada")]
    [InlineData(false, 2, "ada")]
    public void GivenACommittee_WhenSomethingStopped_ThenTheTechnicalMembersAreAskedAndLaterTheLeadsToo(
        bool technical, int reminder, string expected)
    {
        var cohort = technical ? Cohorts.Pilot with { Committee = [.. Cohorts.Pilot.Committee, Tess] } : Cohorts.Pilot;
        Assert.Equal(expected, string.Join(' ', StoppageRules.Asked(cohort, reminder).Select(member => member.Id)));
    }

    /// <summary>Instances with the minutes that have passed since each failed.</summary>
    static IReadOnlyList<FailureKey> Keys(string words) =>
        [.. words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word.Split(':'))
            .Select(word => new FailureKey(word[0], Now.AddMinutes(-int.Parse(word[1], null))))];

    static Stoppage Gathered(string failed, bool canGoOn = true)
    {
        var keys = Keys(failed);
        var readings = keys.ToDictionary(key => key.InstanceId, key => new FailureReading(Cause(key.InstanceId), [], canGoOn));
        return StoppageRules.Gather("c", keys, readings, _ => new(Step.Group, "c", ""), Now);
    }

    static Stoppage Gathered(params (string Id, FailureReading Reading)[] failed) => StoppageRules.Gather(
        "c", [.. failed.Select(one => new FailureKey(one.Id, Now))], failed.ToDictionary(one => one.Id, one => one.Reading),
        _ => new(Step.Group, "c", ""), Now);

    static Cause Cause(string activity) => new(CauseKind.Activity, activity, "X");

    static Decision Decided(string words) => new()
    {
        Request = new() { CohortId = "c", DecisionId = words.Split(':')[0], Form = "stopped", SubjectId = "tess", ClosesAt = Now },
        Link = new(1, "k1", Now, ""),
        OpenedAt = Now,
        Version = int.Parse(words.Split(':')[1], null),
    };
}
