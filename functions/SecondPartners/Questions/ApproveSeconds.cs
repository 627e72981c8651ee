using System.Globalization;
using Ilnp.Approvals;
using Ilnp.Forms;
using Ilnp.Programme;
using Ilnp.Texts;

namespace Ilnp.SecondPartners.Questions;

/// <summary>A lead's word on the second pairs: form name, choices, event name.</summary>
public static class ApproveSeconds
{
    public const string Name = "approve-seconds";
    public const string Approve = "approve";
    public const string Refuse = "refuse";

    /// <summary>Raised when it is decided.</summary>
    public const string Decided = "SecondsDecided";

    internal static Form Form { get; } =
        new(Name, new ChoiceQuestion("choice", Approve, Refuse)) { Decides = "choice", Final = true };

    public static string DecisionId(string memberId) => Form.DecisionId(memberId);

    internal static DecisionRequest Question(string cohortId, CommitteeMember lead, DateTimeOffset closes, int pairs) =>
        Form.Question(cohortId, lead.Id, closes, lead.Id) with
        {
            InstanceId = InstanceIds.Seconds(cohortId),
            EventName = Decided,
            Facts = new Dictionary<string, string> { ["pairs"] = pairs.ToString(CultureInfo.InvariantCulture) },
        };
}

/// <summary>Second pairs are decided about once, as long as they wait for it.</summary>
sealed class ApproveSecondsCheck(CohortStore cohorts, SecondPairStore pairs, Tallies tallies) : IDecisionCheck
{
    public string Form => ApproveSeconds.Name;

    public async Task<DecisionStand> StandAsync(Decision decision, CancellationToken cancellation)
    {
        var (cohort, tally) = (await cohorts.GetAsync(decision.CohortId, cancellation), await tallies.FindAsync(decision, cancellation));
        if (tally is { Outcome: { } outcome })
            return new()
            {
                OverKey = outcome == ApproveSeconds.Approve ? "approve-seconds.over.approved" : "approve-seconds.over.refused",
                Facts = new Dictionary<string, string>
                {
                    ["who"] = Locale.Of(TextShelf.First).Names(tally.Deciding.Select(vote => cohort.MemberName(vote.MemberId))),
                },
            };
        var waits = (await pairs.ListAsync(decision.CohortId, cancellation)).Any(pair => pair.Status == SecondPairStatus.Proposed);
        return waits ? DecisionStand.Open : new() { OverKey = "approve-seconds.over.late" };
    }

    public Task<IReadOnlyDictionary<string, FormError>> WrongAsync(
        Decision decision, FormReading reading, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyDictionary<string, FormError>>(new Dictionary<string, FormError>());
}
