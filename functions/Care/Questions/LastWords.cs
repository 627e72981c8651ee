using Ilnp.Approvals;

namespace Ilnp.Care.Questions;

/// <summary>What members of groups said last of how it goes. Pure.</summary>
public static class LastWords
{
    /// <summary>Groups of which somebody's last word was another than that they are in touch: trouble, silence, a pause.</summary>
    /// <param name="pulses">Answered or not.</param>
    public static IReadOnlySet<string> Troubled(IEnumerable<Decision> pulses) => pulses.Where(pulse => pulse.AnsweredAt is not null)
        .GroupBy(pulse => (Group: Pulse.GroupOf(pulse.DecisionId), pulse.SubjectId))
        .Where(words => words.MaxBy(word => word.AnsweredAt)!.Choice != Pulse.Heard).Select(words => words.Key.Group)
        .ToHashSet();
}
