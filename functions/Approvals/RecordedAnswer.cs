using System.Globalization;

namespace Ilnp.Approvals;

/// <summary>That an answer was recorded: what is read when all of them are listed by time. Ids only, written with the answer.</summary>
/// <param name="DecisionId">The decision.</param>
/// <param name="Version">The decision's version by this recording.</param>
/// <param name="At">UTC.</param>
/// <param name="SubjectId">Whose decision it is.</param>
/// <param name="Handing">Number of a handing, which is no answer; 0 for answers.</param>
public sealed record RecordedAnswer(string DecisionId, int Version, DateTimeOffset At, string SubjectId, int Handing = 0)
{
    internal static RecordedAnswer Of(Handing handing) => new(handing.DecisionId, 0, handing.At, handing.FromId, handing.Number);

    internal static string RowOf(Handing handing) => $"{RowFrom(handing.At)}~{DecisionStore.Handed(handing.DecisionId, handing.Number)}";

    internal static RecordedAnswer Of(Decision decision, DecisionAudit audit) => new(audit.DecisionId, audit.Version, audit.At, decision.SubjectId);

    /// <summary>Row keys in the order of time.</summary>
    internal static string RowOf(DecisionAudit audit) => $"{RowFrom(audit.At)}~{DecisionStore.Versioned(audit.DecisionId, audit.Version)}";

    /// <summary>The first that a row of this moment can have.</summary>
    internal static string RowFrom(DateTimeOffset moment) => $"t-{moment.UtcDateTime.ToString("yyyyMMddHHmmssfffffff", CultureInfo.InvariantCulture)}";
}
