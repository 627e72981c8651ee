using Ilnp.Approvals;
using Ilnp.Care.Concerns;
using Ilnp.Care.Questions;
using Ilnp.Matching;
using Ilnp.Operations;
using Ilnp.Programme;
using Ilnp.Screening.Duplicates;
using Ilnp.SecondPartners.Questions;
using Ilnp.Tests.Pages;

namespace Ilnp.Tests.Approvals;

/// <summary>A question to the committee, what is said first and changed to, and what ends its step.</summary>
/// <param name="DecisionId">Of the question to a member.</param>
/// <param name="First">An answer after which it is open still.</param>
/// <param name="Second">Another one; null where the first decides.</param>
/// <param name="EndAsync">Ends the step.</param>
/// <param name="TooLate">What the page says then.</param>
sealed record DecisionKind(
    Func<string, string> DecisionId, string First, string? Second, Func<WebHostFixture, string, Task> EndAsync, string TooLate)
{
    /// <summary>By form.</summary>
    public static readonly IReadOnlyDictionary<string, DecisionKind> All = new Dictionary<string, DecisionKind>
    {
        [MatchApprovalForm.Form.Name] = new(
            member => MatchApprovalForm.DecisionId(1, member),
            MatchApprovalForm.Approve,
            null,
            ByTheOther(MatchApprovalForm.Form.Name, MatchApprovalForm.Approve),
            "nothing more can be changed here"),
        [DuplicateForm.Form.Name] = new(
            member => $"duplicate-P1-P2-{member}",
            DuplicateForm.Same,
            "different",
            PeopleAreAsked,
            "too late to decide this: people have been asked"),
        [StoppedForm.Form.Name] = new(
            member => $"stopped-abc-{member}",
            "leave",
            null,
            ByTheOther(StoppedForm.Form.Name, StoppedForm.GoOn),
            "too late to decide this: Zoë Other let it go on"),
        [ApproveSeconds.Name] = new(
            ApproveSeconds.DecisionId,
            ApproveSeconds.Approve,
            null,
            ByTheOther(ApproveSeconds.Name, ApproveSeconds.Approve),
            "nothing more can be changed here"),
        [ConcernQuestion.FormOf(ConcernKind.Silence)] = Of(ConcernKind.Silence, GroupEnds, "too late to decide this: G001 has ended"),
        [ConcernQuestion.FormOf(ConcernKind.Mutual)] = Of(ConcernKind.Mutual, GroupEnds, "too late to decide this: G001 has ended"),
        [ConcernQuestion.FormOf(ConcernKind.Mismatch)] = Of(
            ConcernKind.Mismatch, TheyLeave, "too late to decide this: Ana is not in G001 any more"),
        [ConcernQuestion.FormOf(ConcernKind.Quiet)] = Of(ConcernKind.Quiet, GroupEnds, "too late to decide this: G001 has ended"),
        [ConcernQuestion.FormOf(ConcernKind.Trouble)] = Of(
            ConcernKind.Trouble, TheyLeave, "too late to decide this: Ana is not in G001 any more"),
    };

    static DecisionKind Of(ConcernKind kind, Func<WebHostFixture, string, Task> ends, string tooLate) =>
        new(member => $"{ConcernQuestion.FormOf(kind)}-G001-1-0-{member}-P1", ConcernQuestion.Wait, ConcernQuestion.Well, ends, tooLate);

    /// <summary>Open until the programme ends, as each step asks it.</summary>
    public async Task<Uri> AskAsync(WebHostFixture web, string cohort, string form, string member)
    {
        if (form == DuplicateForm.Form.Name) await AskedDuplicate.KeepAsync(web, cohort);
        if (form == ApproveSeconds.Name) await web.Get<SecondPairStore>().ReplaceAsync(cohort, [SecondPairOf(cohort)]);
        return await web.Get<DecisionLinks>().OpenAsync(new()
        {
            CohortId = cohort,
            DecisionId = DecisionId(member),
            Form = form,
            SubjectId = member,
            ClosesAt = new(new ProgrammeCalendar(SampleCohort.Settings(cohort)).End, TimeSpan.Zero),
            Facts = Named.ToDictionary(fact => fact, fact => fact == "about" ? "Ana" : fact == "group" ? "G001" : fact),
        });
    }

    static SecondPair SecondPairOf(string cohort) =>
        new() { CohortId = cohort, PairId = "S001", Members = ["P1", "P3"], Status = SecondPairStatus.Proposed };

    static readonly string[] Named =
        ["pairs", "countries", "first", "second", "why", "stopped", "since", "group", "members", "about", "others"];

    static Func<WebHostFixture, string, Task> ByTheOther(string form, string choice) => async (web, cohort) =>
    {
        await All[form].AskAsync(web, cohort, form, "other");
        var read = await web.Get<DecisionStore>().ReadAsync(cohort, All[form].DecisionId("other"), default);
        await web.Get<DecisionRecorder>().RecordAsync(
            read!, new Dictionary<string, IReadOnlyList<string>> { ["choice"] = [choice] }, choice, web.Durable, default);
    };

    static async Task PeopleAreAsked(WebHostFixture web, string cohort) =>
        await web.Get<PeopleStore>().TryAddAsync(SampleCohort.Person(cohort, "P3", "Person 3", "KE", Standing.Asked));

    static async Task GroupEnds(WebHostFixture web, string cohort) =>
        await web.Get<GroupStore>().UpdateAsync(cohort, "G001", group => group with { Status = GroupStatus.Dissolved });

    static async Task TheyLeave(WebHostFixture web, string cohort) =>
        await web.Get<GroupStore>().UpdateAsync(cohort, "G001", group => group with { Members = ["P2", "P4"], FormerMembers = ["P1"] });
}
