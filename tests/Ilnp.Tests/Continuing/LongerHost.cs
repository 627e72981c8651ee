using Ilnp.Approvals;
using Ilnp.Continuing;
using Ilnp.Continuing.Questions;
using Ilnp.Programme;
using Ilnp.Tests.Pages;
using Microsoft.DurableTask;

namespace Ilnp.Tests.Continuing;

/// <summary>The pair G001 (P1 P2) and the trio G002 (P3 P4 P5), from two weeks before the end.</summary>
sealed class LongerHost() : StoryHost(Dates.Closes.AddDays(-16))
{
    public static readonly LongerDates Dates = LongerDates.Of(SampleCohort.Settings("c"))!;

    protected override IReadOnlyList<string> Rooms => ["Ilnp.Continuing", "Ilnp.Prompts"];

    public static async Task<LongerHost> StartAsync()
    {
        var opened = new LongerHost();
        await opened.OpenAsync();
        return opened;
    }

    /// <summary>A member says what they would like.</summary>
    public Task SayAsync(string person, string choice) => PressAsync(circle => circle.Question(Member(circle, person)), person, choice);

    /// <summary>A member ends what was added, or stays.</summary>
    public Task StopAsync(string person, string choice = StopLonger.Stop) =>
        PressAsync(
            circle => StopLonger.Question(circle.Group, Member(circle, person), circle.Others(Member(circle, person))), person, choice);

    /// <summary>As the committee does.</summary>
    public Task AskAsync(string group) => ActAsync(() => Orchestrations.StartLongerAsync(Cohort, group));

    /// <summary>Somebody has ended the cohort's own orchestration for good.</summary>
    public Task TerminateAsync() => ActAsync(async () =>
    {
        await Orchestrations.ScheduleNewOrchestrationInstanceAsync(
            nameof(WaitingOrchestrator.HearDecisions), 1, new StartOrchestrationOptions(InstanceIds.Cohort(Cohort)));
        await Orchestrations.TerminateInstanceAsync(InstanceIds.Cohort(Cohort));
    });

    public async Task<GoingOn?> GoesOnAsync(string group) => (await Get<GroupStore>().GetAsync(Cohort, group)).GoesOn;

    /// <summary>Whether the group's orchestration has ended.</summary>
    public Task<bool> HasEndedAsync(string group) => IsOverAsync(InstanceIds.Longer(Cohort, group));

    /// <summary>The page of a member's answer.</summary>
    public async Task<string> PageAsync(string person)
    {
        var circle = await CircleAsync(person);
        var decision = await Get<DecisionStore>().FindAsync(Cohort, Longer.DecisionId(circle.Group.GroupId, person));
        return await ReadAsync(await Get<DecisionLinks>().OpenAsync(decision!.Request));
    }

    Task PressAsync(Func<LongerCircle, DecisionRequest> question, string person, string choice) =>
        PressAsync(async () => await Get<DecisionLinks>().OpenAsync(question(await CircleAsync(person))), choice);

    async Task<LongerCircle> CircleAsync(string person) =>
        await Get<LongerCircles>().GetAsync(Cohort, (await Get<PeopleStore>().GetAsync(Cohort, person)).GroupId!);

    static Person Member(LongerCircle circle, string person) => circle.Members.Single(member => member.PersonId == person);

    protected override async Task PeopleAsync()
    {
        await Get<CohortStore>().TryAddAsync(SampleCohort.Settings(Cohort));
        foreach (var (id, group) in new[] { ("P1", "G001"), ("P2", "G001"), ("P3", "G002"), ("P4", "G002"), ("P5", "G002") })
            await Get<PeopleStore>().TryAddAsync(
                SampleCohort.Person(Cohort, id, $"Person {id}", "KE", Standing.Active) with { GroupId = group });
        await Get<GroupStore>().PutManyAsync(Cohort, [Group("G001", "P1", "P2"), Group("G002", "P3", "P4", "P5")]);
    }

    Group Group(string id, params string[] members) => new()
    {
        CohortId = Cohort,
        GroupId = id,
        Members = members,
        Status = GroupStatus.Completed,
        LiaisonId = "liaison",
        Prompts = new Dictionary<int, IReadOnlyList<string>> { [1] = ["first-day"], [4] = ["last-word"] },
    };
}
