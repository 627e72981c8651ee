using System.Globalization;
using Ilnp.Forms;

namespace Ilnp.Approvals;

/// <summary>That an answer was recorded: what is read when all of them are listed by time. Written with the answer.</summary>
/// <param name="DecisionId">The decision.</param>
/// <param name="Version">The decision's version by this recording.</param>
/// <param name="At">UTC.</param>
/// <param name="SubjectId">Whose decision it is.</param>
/// <param name="Handing">Number of a handing, which is no answer; 0 for answers.</param>
public sealed record RecordedAnswer(string DecisionId, int Version, DateTimeOffset At, string SubjectId, int Handing = 0)
{
    /// <summary>So that a list reads nothing more for it; null in rows that were written before it was kept here.</summary>
    public ShownAnswer? Shown { get; init; }

    internal static RecordedAnswer Of(Handing handing, DecisionRequest request) =>
        new(handing.DecisionId, 0, handing.At, handing.FromId, handing.Number) { Shown = new(Told(request)) { Handed = handing } };

    internal static string RowOf(Handing handing) => $"{RowFrom(handing.At)}~{DecisionStore.Handed(handing.DecisionId, handing.Number)}";

    /// <param name="decision">What was answered.</param>
    /// <param name="audit">The recording.</param>
    /// <param name="form">Of a participant's answers, what it decides by is told and nothing else:
    /// what they wrote stands in one place.</param>
    /// <param name="isOfMember">Of the committee, all of whose answers are told.</param>
    internal static RecordedAnswer Of(Decision decision, DecisionAudit audit, Form form, bool isOfMember)
    {
        return new(audit.DecisionId, audit.Version, audit.At, decision.SubjectId)
        {
            Shown = new(Told(decision.Request)) { Before = audit.Before is { } before ? Of(before) : null, After = Of(audit.After) },
        };

        Dictionary<string, IReadOnlyList<string>> Of(IReadOnlyDictionary<string, IReadOnlyList<string>> answers) =>
            answers.Where(answer => isOfMember || answer.Key == form.Decides).ToDictionary();
    }

    /// <summary>Whom it tells of an answer is of no use here.</summary>
    static DecisionRequest Told(DecisionRequest request) => request with { InstanceId = null, EventName = null };

    /// <summary>Row keys in the order of time.</summary>
    internal static string RowOf(DecisionAudit audit) => $"{RowFrom(audit.At)}~{DecisionStore.Versioned(audit.DecisionId, audit.Version)}";

    /// <summary>The first that a row of this moment can have.</summary>
    internal static string RowFrom(DateTimeOffset moment) =>
        $"t-{moment.UtcDateTime.ToString("yyyyMMddHHmmssfffffff", CultureInfo.InvariantCulture)}";
}

/// <summary>What a list shows of an answer or a handing.</summary>
/// <param name="Request">What was asked, as it stood then.</param>
public sealed record ShownAnswer(DecisionRequest Request)
{
    /// <summary>The answers until then, of those that a list tells; null for the first.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Before { get; init; }

    /// <summary>The answers from then on, of those that a list tells.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> After { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Who was named to decide in whose place; null for an answer.</summary>
    public Handing? Handed { get; init; }
}
