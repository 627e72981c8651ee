using Ilnp.Approvals;
using Ilnp.Forms;
using Ilnp.Programme;

namespace Ilnp.Operations;

/// <summary>A technical member's or lead's word on what stopped: one decision for each stoppage and member.</summary>
public static class StoppedForm
{
    /// <summary>What stopped goes on from where it stopped.</summary>
    public const string GoOn = "go-on";

    const string Choice = "choice";

    /// <summary>How long one can decide, from the finding or the cohort's end, whichever is later.</summary>
    static readonly TimeSpan Open = TimeSpan.FromDays(90);

    public static Form Form { get; } = new("stopped", new ChoiceQuestion(Choice, GoOn, "leave")) { Decides = Choice, Review = "" };

    public static DecisionRequest Question(CohortSettings cohort, CommitteeMember member, Stoppage stoppage, StoppageWords words) =>
        Form.Question(
            cohort.Id,
            member.Id,
            Later(stoppage.FoundAt, new(new ProgrammeCalendar(cohort).End)) + Open,
            stoppage.StoppageId,
            member.Id) with
        {
            Facts = new Dictionary<string, string>
            {
                ["stopped"] = words.What(stoppage.Topmost),
                ["since"] = words.Since(stoppage.Topmost),
            },
        };

    public static string DecisionId(string stoppageId, string memberId) => Form.DecisionId(stoppageId, memberId);

    /// <summary>What the ids of all decisions about a stoppage begin with.</summary>
    public static string Prefix(string stoppageId) => Form.DecisionPrefix(stoppageId);

    public static bool IsAbout(string decisionId, string stoppageId) => decisionId.StartsWith(Prefix(stoppageId), StringComparison.Ordinal);

    /// <summary>The stoppage that a decision is about: its id has no hyphen.</summary>
    public static string StoppageOf(string decisionId) => decisionId.Split('-')[1];

    static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
