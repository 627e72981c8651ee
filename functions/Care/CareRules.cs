using Ilnp.Approvals;

namespace Ilnp.Care;

/// <summary>What a round of pulses says about a group. Pure.</summary>
public static class CareRules
{
    /// <summary>
    /// Who leaves, who is in trouble, who is silent. Somebody is silent only when a partner has not heard from them and
    /// they did not answer themselves: nobody owes a pulse, and two who talk need not tell us.
    /// </summary>
    /// <param name="members">The group's members.</param>
    /// <param name="answers">Choices of the pulse form by member; missing for those who did not answer.</param>
    public static CareVerdict Judge(IReadOnlyList<string> members, IReadOnlyDictionary<string, string> answers)
    {
        if (members.FirstOrDefault(member => answers.GetValueOrDefault(member) == Pulse.Leave) is { } leaver) return new(CareFinding.Leaves, leaver);
        if (members.FirstOrDefault(member => answers.GetValueOrDefault(member) == Pulse.Trouble) is { } troubled) return new(CareFinding.Trouble, troubled);
        var someoneWaits = answers.Values.Contains(Pulse.NotYet);
        return someoneWaits && members.FirstOrDefault(member => !answers.ContainsKey(member)) is { } silent
            ? new(CareFinding.Silent, silent)
            : new(CareFinding.Well, null);
    }

    /// <summary>
    /// Who leaves the group by this word: somebody of themselves, by whichever question's link, or whom the liaison parts with.
    /// Null when nobody does.
    /// </summary>
    public static string? LeaverBy(DecisionRecorded word) => word.Choice switch
    {
        Pulse.Leave or Nudge.Leave => word.SubjectId,
        LiaisonDecision.Rematch => LiaisonDecision.AboutOf(word.DecisionId),
        _ => null,
    };
}

/// <summary>What was found, and about whom.</summary>
/// <param name="Finding">The finding.</param>
/// <param name="PersonId">Who leaves, reports trouble or is silent; null when all is well.</param>
public sealed record CareVerdict(CareFinding Finding, string? PersonId);

/// <summary>Findings, the most urgent first.</summary>
public enum CareFinding
{
    Leaves,
    Trouble,
    Silent,
    Well,
}
